import { expect, it } from 'vitest';
import { json } from '../../src/report/json.ts';
import { readReport } from '../../src/report/read.ts';
import { FINDINGS, report } from './samples.ts';

it('reads back what json has printed, every verdict of it', () => {
  expect(readReport(json(report(FINDINGS)))).toEqual({ kind: 'report', report: report(FINDINGS) });
});

it('reads back which proxy was beside the prober', () => {
  const run = report(FINDINGS);
  const beside = { ...run, vantage: { ...run.vantage, proxy: { mesh: 'istio', name: 'sidecar~x' } } } as const;
  expect(readReport(json(beside))).toEqual({ kind: 'report', report: beside });
});

it('leaves out what a newer version has added', () => {
  const text = json(report(FINDINGS)).replace('"schemaVersion": 1', '"novelty": 7, "schemaVersion": 1');
  expect(readReport(text)).toEqual({ kind: 'report', report: report(FINDINGS) });
});

it.each([
  ['', 'this is not JSON'],
  ['[]', 'this is not a report of deadair: see schemaVersion'],
  ['7', 'this is not a report of deadair'],
  ['{"schemaVersion":2}', 'this is not a report of deadair: see schemaVersion'],
  [
    json(report(FINDINGS)).replace('"silentMs":', '"silentms":'),
    'this is not a report of deadair: see findings.2.verdict.silentMs',
  ],
])('says why %.40s is none', (text, why) => {
  expect(readReport(text)).toEqual({ kind: 'unreadable', why });
});
