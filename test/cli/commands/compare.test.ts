import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VerdictKind } from '../../../src/model/verdict.ts';
import { json } from '../../../src/report/json.ts';
import { isComparison } from '../../report/comparison-schema.ts';
import { finding, report } from '../../report/samples.ts';
import { deadair } from '../deadair.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deadair-compare-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

type Hosts = Readonly<Record<string, VerdictKind>>;
const text = (hosts: Hosts) => json(report(Object.entries(hosts).map(([host, kind]) => finding(kind, host))));
const file = (name: string, hosts: Hosts) => {
  writeFileSync(join(folder, name), text(hosts));
  return join(folder, name);
};
const compare = (before: Hosts, after: Hosts, ...flags: string[]) =>
  deadair(['compare', file('before.json', before), file('after.json', after), ...flags]);

describe('the exit code', () => {
  it.each<[string, Hosts, Hosts, string[], number]>([
    ['what was freed', { db: 'stalled' }, { db: 'server-first' }, [], 0],
    ['what is as bad as before', { db: 'stalled' }, { db: 'stalled' }, [], 0],
    ['what is no longer asked', { db: 'healthy', mail: 'stalled' }, { db: 'healthy' }, [], 0],
    ['a failure', { db: 'healthy' }, { db: 'refused' }, [], 1],
    ['a deadlock', { db: 'healthy' }, { db: 'stalled' }, [], 3],
    ['a deadlock that only the second has', { db: 'healthy' }, { db: 'healthy', mail: 'stalled' }, [], 3],
    ['a deadlock among other failures', { a: 'healthy', b: 'healthy' }, { a: 'refused', b: 'delayed' }, [], 3],
    ['a failure beside an old deadlock', { a: 'stalled', b: 'healthy' }, { a: 'stalled', b: 'refused' }, [], 1],
    ['a warning', { db: 'healthy' }, { db: 'slow' }, [], 0],
    ['a warning that counts', { db: 'healthy' }, { db: 'slow' }, ['--fail-on', 'warn'], 1],
    ['a deadlock that does not count', { db: 'healthy' }, { db: 'stalled' }, ['--fail-on', 'never'], 0],
  ])('for %s', async (_, before, after, flags, status) => {
    expect((await compare(before, after, ...flags)).status).toBe(status);
  });
});

it('prints what was freed', async () => {
  const { stdout, stderr } = await compare({ db: 'stalled' }, { db: 'server-first' });
  expect(stdout).toContain('\nfreed\n  + db:3306 | stalled -> server-first\n');
  expect(stderr).toBe('');
});

it('prints JSON by its schema, and to a file', async () => {
  const output = join(folder, 'comparison.json');
  const { stdout } = await compare({ db: 'stalled' }, { db: 'healthy' }, '--format', 'json', '--output', output);
  expect(stdout).toBe('');
  expect(isComparison(JSON.parse(readFileSync(output, 'utf8')))).toBe(true);
});

it.each([
  ['first', ['-', 'FILE']],
  ['second', ['FILE', '-']],
])('reads the %s report from standard input', async (_, words) => {
  const after = file('after.json', { db: 'healthy' });
  const { status, stdout } = await deadair(['compare', ...words.map((word) => (word === 'FILE' ? after : word))], {
    stdin: text({ db: 'stalled' }),
  });
  expect(stdout).toContain(words[0] === '-' ? 'stalled -> healthy' : 'healthy -> stalled');
  expect(status).toBe(words[0] === '-' ? 0 : 3);
});

describe('a slip', () => {
  const good = () => file('good.json', {});

  it.each<[string, () => string[], string]>([
    ['no report', () => [], 'two reports are compared, 0 were given'],
    ['one report', () => [good()], 'two reports are compared, 1 was given'],
    ['three reports', () => [good(), good(), good()], 'two reports are compared, 3 were given'],
    ['standard input twice', () => ['-', '-'], 'standard input can be one of the reports, not both'],
    ['a file that is not there', () => [good(), join(folder, 'nothing')], 'there is no such file or folder'],
    [
      'a format it does not have',
      () => [good(), good(), '--format', 'ndjson'],
      'write --format table, or --format json',
    ],
  ])('is answered: %s', async (_, words, message) => {
    const { status, stdout, stderr } = await deadair(['compare', ...words()]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
