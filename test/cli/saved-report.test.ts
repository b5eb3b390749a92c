import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { savedReport } from '../../src/cli/saved-report.ts';
import { json } from '../../src/report/json.ts';
import { FINDINGS, report } from '../report/samples.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deadair-saved-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

it('is read back', async () => {
  expect(await savedReport(file('report.json', json(report(FINDINGS))))).toEqual(report(FINDINGS));
});

it.each([
  ['not there', () => join(folder, 'nothing'), 'there is no such file or folder'],
  ['a folder', () => folder, 'this is a folder'],
  ['no JSON', () => file('x', 'x'), 'this is not JSON'],
  ['no report', () => file('y', '{}'), 'this is not a report of deadair'],
])('is refused where it is %s', async (_, path, message) => {
  await expect(savedReport(path())).rejects.toMatchObject({
    name: 'UsageError',
    message: expect.stringContaining(message),
  });
});
