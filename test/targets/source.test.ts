import { describe, expect, it } from 'vitest';
import { targetsFrom } from '../../src/targets/source.ts';
import { CATALOGUE } from './catalogue.ts';

async function* pieces(...chunks: string[]): AsyncGenerator<string> {
  yield* chunks;
}

async function read(name: string, ...chunks: string[]): Promise<string[]> {
  const shown: string[] = [];
  for await (const { host, port, expectedProtocol } of targetsFrom({ name, chunks: pieces(...chunks) }, CATALOGUE))
    shown.push(`${host} ${port}${expectedProtocol ? ` ${expectedProtocol}` : ''}`);
  return shown;
}

describe('a list is read', () => {
  it.each<[string, string, string[], string[]]>([
    ['one a line', 'list.txt', ['a:1\nb:2\n'], ['a 1', 'b 2']],
    ['without a last line end', 'list.txt', ['a:1\nb:2'], ['a 1', 'b 2']],
    ['from DOS, with a byte order mark', 'list.txt', ['\ufeffa:1\r\nb:2\r\n'], ['a 1', 'b 2']],
    ['separated by white space', 'list.txt', ['a:1 b:2\tc:3'], ['a 1', 'b 2', 'c 3']],
    ['with comments', 'list.txt', ['# all\na:1 # the first\n\n  # more\nb:2'], ['a 1', 'b 2']],
    ['in pieces that cut words', 'list.txt', ['a', ':', '1\nb', ':2\nc:3', '3\n'], ['a 1', 'b 2', 'c 33']],
    ['empty', 'list.txt', [''], []],
    ['without any piece', 'list.txt', [], []],
    ['only comments', 'list.txt', ['# a:1\n'], []],
    ['IPv6 first', 'standard input', ['[::1]:25\n'], ['::1 25']],
    ['JSON by name', 'list.json', ['["a:1",\n "mysql', '://b"]'], ['a 1', 'b 3306 mysql']],
    [
      'JSON by its looks',
      'standard input',
      [' [ {"host":"::1","port":25}, {"host":"b","port":"1,2","protocol":"smtp"} ]'],
      ['::1 25', 'b 1 smtp', 'b 2 smtp'],
    ],
    ['JSON under targets', 'standard input', ['{"targets": ["a:1"]}'], ['a 1']],
    ['YAML by name', 'list.yml', ['- a:1\n- host: b\n  port: 2\n- "[::1]:3"\n'], ['a 1', 'b 2', '::1 3']],
    ['YAML by its looks', 'standard input', ['# list\n- a:1\n- b:2\n'], ['a 1', 'b 2']],
    ['YAML under targets', 'standard input', ['targets:\n  - a:1\n'], ['a 1']],
  ])('%s', async (_, name, chunks, expected) => {
    expect(await read(name, ...chunks)).toEqual(expected);
  });

  it('hands out the first target before the rest has arrived', async () => {
    const never = new Promise<string>(() => {});
    async function* chunks(): AsyncGenerator<string> {
      yield 'a:1\nb:2\n';
      yield await never;
    }
    const targets = targetsFrom({ name: 'standard input', chunks: chunks() }, CATALOGUE);
    expect((await targets.next()).value).toMatchObject({ host: 'a', port: 1 });
    expect((await targets.next()).value).toMatchObject({ host: 'b', port: 2 });
  });
});

describe('a mistake is named with its place', () => {
  it.each<[string, string, string, string]>([
    ['a bad port', 'list.txt', 'a:1\nb:0\n', 'list.txt: line 2: port 0 is not between 1 and 65535'],
    [
      'binary junk',
      'junk.bin',
      'a:1\n\u007fELF\u0002\u0001',
      'junk.bin: line 2 is not text: this looks like a binary file',
    ],
    ['a NUL', 'junk.bin', 'a:1\u0000', 'junk.bin: line 1 is not text: this looks like a binary file'],
    ['bytes that are no UTF-8', 'junk.bin', '\ufffd\ufffd', 'line 1 is not text'],
    ['no end of line', 'junk.txt', 'x'.repeat(70_000), 'longer than'],
    ['broken JSON', 'list.json', '["a:1",]', 'list.json: this is not JSON: '],
    ['JSON that is no list', 'list.json', '{"a": 1}', 'list.json: this is not a list of targets'],
    ['a number', 'list.json', '[25]', 'list.json: entry 1 is neither text nor {host, port}'],
    ['no host', 'list.json', '["a:1", {"port": 1}]', 'list.json: entry 2 has no host'],
    ['a bad port in JSON', 'list.json', '["a:1", {"host":"a","port": 70000}]', 'list.json: entry 2: port 70000'],
    ['a port of the wrong type', 'list.json', '[{"host":"a","port": []}]', 'entry 1 has a port that is no number'],
    ['a misspelt key', 'list.json', '[{"hst":"a"}]', 'entry 1 has the unknown key "hst"'],
    ['broken YAML', 'list.yaml', '- [a\n- b', 'list.yaml: this is not YAML: '],
    [
      'an alias bomb',
      'list.yaml',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
        .split('')
        .map((n, i) => `${n}: &${n} [${`*${'abcdefgh'[i]},`.repeat(9).slice(0, -1)}]`)
        .join('\n')}\ntargets: *h`,
      'list.yaml: this is not YAML: ',
    ],
  ])('%s', async (_, name, text, message) => {
    await expect(read(name, text)).rejects.toThrow(message);
  });

  it('after the good targets before it', async () => {
    const targets = targetsFrom({ name: 'l', chunks: pieces('a:1\nb:x\n') }, CATALOGUE);
    expect((await targets.next()).value).toMatchObject({ host: 'a' });
    await expect(targets.next()).rejects.toThrow('l: line 2: "x" is not a port number');
  });
});
