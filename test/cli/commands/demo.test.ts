import { expect, it } from 'vitest';
import { SHOWCASE } from '../../../src/lab/showcase.ts';
import { isReport } from '../../report/schema.ts';
import { deadair } from '../deadair.ts';

it('finds every verdict that the lab expects', async () => {
  const { status, stdout, stderr } = await deadair(['demo', '--format', 'json']);
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: `note: all ${SHOWCASE.length} verdicts are what the lab expects\n`,
  });
  const report = JSON.parse(stdout);
  expect(isReport(report) ? [] : isReport.errors).toEqual([]);
  expect(report.summary.total).toBe(SHOWCASE.length);
});
