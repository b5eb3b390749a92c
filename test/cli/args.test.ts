import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/args.ts';
import { FLAGS_OF } from '../../src/cli/commands.ts';

const said = async (...words: readonly string[]) => {
  const invocation = await parseArguments(words, 80);
  return invocation.command === 'say' ? invocation.text : '';
};

describe('a command line is read', () => {
  it.each<[readonly string[], object]>([
    [['db:25', 'mail:25'], { command: 'probe', targets: ['db:25', 'mail:25'], values: {} }],
    [[], { command: 'probe', targets: [], values: {} }],
    [['db:25', '--patience', '-1'], { command: 'probe', values: { patience: '-1' } }],
    [['db:25', '--quiet', 'mail:25'], { command: 'probe', targets: ['db:25', 'mail:25'], values: { quiet: true } }],
    [['demo', '--format', 'json'], { command: 'demo', values: { format: 'json' } }],
    [['lab'], { command: 'lab', values: {} }],
    [['explain', 'stalled'], { command: 'explain', subject: 'stalled' }],
    [['explain'], { command: 'explain', subject: null }],
    [['whereami', 'db:25', '--stuck'], { command: 'whereami', targets: ['db:25'], values: { stuck: true } }],
    [['explain', '-'], { command: 'explain', subject: '-' }],
    [['compare', 'a.json', '-'], { command: 'compare', reports: ['a.json', '-'], values: {} }],
    [['compare', '-', 'b.json', '--fail-on', 'warn'], { command: 'compare', reports: ['-', 'b.json'] }],
    [['demo', '--output', '-'], { command: 'demo', values: { output: '-' } }],
    [['protocols'], { command: 'protocols', name: null, values: {} }],
    [['protocols', 'mysql'], { command: 'protocols', name: 'mysql', values: {} }],
    [
      ['protocols', '--check', 'db:1', '--probes', 'x'],
      { command: 'protocols', name: null, values: { check: 'db:1', probes: 'x' } },
    ],
  ])('%j', async (words, invocation) => {
    expect(await parseArguments(words, 80)).toMatchObject(invocation);
  });
});

describe('a mistake is answered with what was meant', () => {
  it.each<[readonly string[], string, string | null]>([
    [['db:25', '--patiense', '3s'], 'deadair probe has no flag --patiense', 'did you mean --patience?'],
    [['demo', '--patience', '3s'], 'deadair demo has no flag --patience', 'see "deadair --help"'],
    [['db:25', '-q'], 'deadair probe has no flag -q', 'see "deadair --help"'],
    [['db:25', '--shard', '1/2'], 'deadair probe has no flag --shard', 'see "deadair --help"'],
    [['db:25', '--patience'], 'nothing stands after --patience', 'see "deadair --help"'],
    [['db:25', '--patience', ''], 'nothing stands after --patience', 'write --patience TIME'],
    [['db:25', '--patience', '--quiet'], 'nothing stands after --patience', 'see "deadair --help"'],
    [['--rate', '1', 'db:25', '--rate', '2'], '--rate is given more than once', 'write it once'],
    [['demo', 'db:25'], '"db:25" is one word too many', 'see "deadair --help"'],
    [['explain', 'stalled', 'mute'], '"mute" is one word too many', 'see "deadair --help"'],
  ])('%j', async (words, message, hint) => {
    await expect(parseArguments(words, 80)).rejects.toMatchObject({ name: 'UsageError', message, hint });
  });
});

describe('help', () => {
  it('names every flag and command, with examples, in 80 columns', async () => {
    const help = await said('--help');
    for (const name of FLAGS_OF.probe) expect(help).toContain(`--${name}`);
    for (const command of ['probe', 'demo', 'lab', 'explain', 'compare', 'protocols', 'whereami', 'completion'])
      expect(help).toContain(`deadair ${command}`);
    expect(help).toContain('deadair mysql://db mail:25,587,110');
    expect(Math.max(...help.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(help).not.toMatch(/\[(string|boolean|array)\]/);
  });

  it('of a command has its own flags only', async () => {
    expect(await said('demo', '--help')).not.toContain('--patience');
  });

  it('knows the version', async () => {
    expect(await said('-V')).toMatch(/^\d+\.\d+\.\d+\n+$/);
  });
});

it('completes', async () => {
  expect((await said('--complete', 'explain', 'st')).split('\n')).toContain('stalled');
  expect(await said('completion')).toContain('complete -o default -F _deadair deadair');
});
