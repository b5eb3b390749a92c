import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEVERITY } from '../../../src/model/verdict.ts';
import { json } from '../../../src/report/json.ts';
import { table } from '../../../src/report/table.ts';
import { PIPE } from '../../report/plain.ts';
import { FINDINGS, report } from '../../report/samples.ts';
import { deadair } from '../deadair.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deadair-explain-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

it.each(Object.keys(SEVERITY))('has a page for %s', async (kind) => {
  const { status, stdout } = await deadair(['explain', kind]);
  expect(status).toBe(0);
  expect(stdout).toMatch(new RegExp(`^# ${kind}\n`));
});

describe('a report', () => {
  it('is shown as if it had just been made', async () => {
    const { status, stdout } = await deadair(['explain', file('report.json', json(report(FINDINGS)))]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: table(report(FINDINGS), PIPE) });
  });

  it('comes out in any other format', async () => {
    const path = file('report.json', json(report(FINDINGS)));
    const { stdout } = await deadair(['explain', path, '--format', 'json']);
    expect(stdout === json(report(FINDINGS))).toBe(true);
  });

  it.each([
    ['a folder', () => folder, 'this is a folder'],
    ['no report', () => file('x.json', '{}'), 'this is not a report of deadair: see schemaVersion'],
    ['no JSON', () => file('y.json', 'x'), 'this is not JSON'],
    ['not there', () => join(folder, 'z.json'), 'there is no such file or folder'],
  ])('that is %s is refused', async (_, path, message) => {
    const { status, stdout, stderr } = await deadair(['explain', path()]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
