import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deadair } from './deadair.ts';

let folder = '';
const file = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deadair-main-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a mistake ends with 2, a message and a hint, and without a connection', () => {
  it.each<[string, readonly string[], string, string]>([
    ['no target', [], 'there is no target', 'write deadair host:port'],
    ['no port', ['db'], '"db" has no port', 'write db:3306'],
    ['port 0', ['db:0'], 'port 0 is not between 1 and 65535', 'write 25'],
    ['port 70000', ['db:70000'], 'port 70000 is not between 1 and 65535', 'write 25'],
    ['a reversed range', ['db:3310-3300'], 'the range 3310-3300 runs backwards', 'write 3300-3310'],
    [
      'no patience',
      ['db:25', '--patience', '-1'],
      '--patience: "-1" is not a duration',
      'write 250ms, 6s or 1m, or thorough (22s)',
    ],
    [
      'a misspelt flag',
      ['db:25', '--patiense', '1s'],
      'deadair probe has no flag --patiense',
      'did you mean --patience?',
    ],
    ['a misspelt command', ['demmo'], '"demmo" has no port', 'did you mean the command demo?'],
    ['a misspelt protocol', ['mysq://db'], '"mysq" is not a protocol of the catalogue', 'did you mean mysql://?'],
    ['a folder as list', ['--from', tmpdir()], 'this is a folder', 'name a file in it'],
    ['a list that is not there', ['--from', '/nowhere'], '--from /nowhere: there is no such file or folder', ''],
    [
      'an empty list on standard input',
      ['--from', '-'],
      'there is no target in standard input',
      'write one host:port a line',
    ],
    ['a folder to write to', ['db:25', '--output', tmpdir()], 'this is a folder', 'name a file in it'],
    [
      'a place that is not there to write to',
      ['db:25', '--output', '/nowhere/x'],
      'there is no such file or folder',
      '',
    ],
    ['a format that is none', ['db:25', '--format', 'jsn'], '--format: "jsn" is none of', 'did you mean json?'],
    ['nothing to explain', ['explain'], 'there is nothing to explain', 'stalled'],
    ['a misspelt verdict', ['explain', 'staled'], '"staled" is neither a verdict nor a file', 'did you mean stalled?'],
    ['a protocol that is none', ['protocols', 'mysl'], '"mysl" is not in the catalogue', 'did you mean mysql?'],
  ])('%s', async (_, args, message, hint) => {
    const { status, stdout, stderr } = await deadair(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^error: .*\n(hint: .*\n)?$/);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint === '' ? '' : 'hint: ');
    expect(stderr).toContain(hint);
  });

  it.each<[string, string | Buffer, string]>([
    ['empty.txt', '', 'there is no target in'],
    ['comments.txt', '# nothing\n', 'there is no target in'],
    [
      'junk.bin',
      readFileSync(process.execPath).subarray(0, 10_000),
      'line 1 is not text: this looks like a binary file',
    ],
    ['late.txt', 'no-such-host.invalid:1\nb:0\n', 'line 2: port 0 is not between'],
    ['broken.json', '[', 'this is not JSON'],
    ['broken.yaml', '- [', 'this is not YAML'],
  ])('a list such as %s', async (name, content, message) => {
    const { status, stdout, stderr } = await deadair(['--from', file(name, content)]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^[\x20-\x7e\n]+$/);
  });

  it.each<[string, string, string]>([
    ['unknown.yaml', 'patiense: 3s\n', 'there is no flag "patiense"'],
    ['bad.yaml', 'patience: -3\n', 'patience: "-3" is not a duration'],
    ['bad.json', '{"samples": []}', 'samples is neither text, nor a number'],
  ])('a configuration such as %s', async (name, content, message) => {
    const { status, stderr } = await deadair(['db:25', '--config', file(name, content)]);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain(name);
  });

  it('made in the environment, which has a variable for it', async () => {
    const { status, stderr } = await deadair(['db:25'], { env: { DEADAIR_PATIENCE: 'long' } });
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('DEADAIR_PATIENCE: "long"'),
    });
  });
});

it.each([['--help'], ['-V'], ['completion'], ['--complete', '']])('%s ends well', async (...args) => {
  const { status, stdout, stderr } = await deadair(args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).not.toBe('');
});
