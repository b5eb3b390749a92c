import { expect, it } from 'vitest';
import { FLAGS_OF } from '../../src/cli/commands.ts';
import { completionScript, completions } from '../../src/cli/completion.ts';

it.each<[readonly string[], readonly string[]]>([
  [[''], ['probe', 'demo', 'lab', 'explain', 'protocols', 'completion']],
  [['db:25', ''], []],
  [
    ['--format', ''],
    ['table', 'json', 'ndjson'],
  ],
  [
    ['db:25', '--fail-on', 'w'],
    ['fail', 'warn', 'never'],
  ],
  [['--output', ''], []],
  [['demo', ''], []],
  [['lab', '--'], ['--quiet']],
  [
    ['whereami', '--'],
    ['--dial', '--stuck', '--format', '--output'],
  ],
  [['probe', '--q'], FLAGS_OF.probe.map((name) => `--${name}`)],
  [
    ['protocols', '--'],
    ['--check', '--probes'],
  ],
])('%j', (words, expected) => {
  expect(completions(words)).toEqual(expect.arrayContaining([...expected]));
  if (expected.length === 0) expect(completions(words)).toEqual([]);
});

it('does not offer a flag twice', () => {
  expect(completions(['--quiet', '--'])).not.toContain('--quiet');
});

it('knows the verdicts and the protocols', () => {
  expect(completions(['explain', ''])).toContain('stalled');
  expect(completions(['protocols', ''])).toContain('mysql');
});

it('is a script for bash and zsh', () => {
  expect(completionScript()).toContain('bashcompinit');
});
