import { expect, it } from 'vitest';
import { outlineOf, summarise } from '../../src/report/summary.ts';
import { FINDINGS, finding } from './samples.ts';

it('counts by verdict and by severity', () => {
  const { total, ok, warn, fail, byVerdict, split } = summarise([...FINDINGS, finding('mute')].map(outlineOf));
  expect({ total, ok, warn, fail }).toEqual({ total: 16, ok: 2, warn: 3, fail: 11 });
  expect(byVerdict).toMatchObject({ mute: 2, stalled: 1 });
  expect(split).toEqual([]);
});

it('counts nothing where there is nothing', () => {
  expect(summarise([])).toEqual({ total: 0, ok: 0, warn: 0, fail: 0, byVerdict: {}, split: [] });
});

it('finds the names whose addresses disagree', () => {
  const at = (kind: 'stalled' | 'server-first', host: string, address: string, port = 3306) =>
    finding(kind, host, { endpoint: { input: host, host, port, expectedProtocol: null, address } });
  const findings = [
    at('stalled', 'db', '10.0.0.1'),
    at('server-first', 'db', '10.0.0.2'),
    at('server-first', 'db', '10.0.0.1', 3307),
    at('stalled', 'other', '10.0.0.1'),
    at('stalled', 'other', '10.0.0.2'),
    at('stalled', '10.0.0.9', '10.0.0.9'),
  ];
  expect(summarise(findings.map(outlineOf)).split).toEqual([
    { host: 'db', port: 3306, verdicts: { '10.0.0.1': 'stalled', '10.0.0.2': 'server-first' } },
  ]);
});
