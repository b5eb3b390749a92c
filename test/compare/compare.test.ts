import { expect, it } from 'vitest';
import { compareReports } from '../../src/compare/compare.ts';
import { DEFAULT_OPTIONS } from '../../src/model/options.ts';
import { FINDINGS, finding } from '../report/samples.ts';
import { at, reportOf } from './reports.ts';

const TOOL = { name: 'deadair', version: '9.9.9' } as const;

const BEFORE = reportOf([
  at('db', '10.0.0.1', 'stalled'),
  at('mail', '10.0.0.2', 'stalled'),
  at('old', '10.0.0.3', 'healthy'),
]);
const AFTER = reportOf([
  at('db', '10.0.0.1', 'server-first'),
  at('mail', '10.0.0.2', 'stalled'),
  at('fresh', '10.0.0.4', 'delayed'),
]);

it('says what became of each endpoint, and counts', () => {
  const { changes, summary, of, tool, before, after } = compareReports(BEFORE, AFTER, TOOL);
  expect(changes.map(({ kind, host }) => `${host} ${kind}`)).toEqual([
    'db freed',
    'mail persists',
    'fresh new',
    'old gone',
  ]);
  expect(summary).toEqual({
    worse: 0,
    freed: 1,
    improved: 0,
    changed: 0,
    persists: 1,
    unchanged: 0,
    new: 1,
    gone: 1,
  });
  expect({ of, tool }).toEqual({ of: 'before-and-after', tool: TOOL });
  expect([before.total, after.total]).toEqual([3, 3]);
});

it('finds nothing changed between a report and itself', () => {
  const { changes, summary } = compareReports(reportOf(FINDINGS), reportOf(FINDINGS), TOOL);
  expect(summary).toMatchObject({ unchanged: 2, persists: FINDINGS.length - 2 });
  expect(changes.flatMap(({ differs }) => differs)).toEqual([]);
});

it('says that another server answers, which is all right too', () => {
  const smtp = { name: 'smtp', version: null, speaksFirst: 'server' } as const;
  const { changes } = compareReports(
    reportOf([finding('server-first')]),
    reportOf([finding('server-first', '10.0.0.7', { protocol: smtp })]),
    TOOL,
  );
  expect(changes).toMatchObject([{ kind: 'changed', differs: ['protocol'] }]);
});

it('knows two places by their names, not by their versions of Node', () => {
  const { vantage } = AFTER;
  const from = (changed: object) => compareReports(BEFORE, { ...AFTER, vantage: { ...vantage, ...changed } }, TOOL).of;
  expect([from({ hostname: 'there' }), from({ node: '24.0.0' })]).toEqual(['two-vantages', 'before-and-after']);
});

it('names the options that can turn a verdict', () => {
  const options = { ...DEFAULT_OPTIONS, patienceMs: 22_000, concurrency: 1, nudge: false };
  expect(compareReports(BEFORE, { ...AFTER, options }, TOOL).differentOptions).toEqual(['patienceMs', 'nudge']);
});
