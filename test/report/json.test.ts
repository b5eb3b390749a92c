import { describe, expect, it } from 'vitest';
import { json } from '../../src/report/json.ts';
import { FINDINGS, finding, JUDGEMENTS, report } from './samples.ts';
import { isReport } from './schema.ts';

const errorsIn = (value: unknown) => (isReport(value) ? [] : isReport.errors);

describe('json', () => {
  it('is the report and nothing else', () => {
    expect(JSON.parse(json(report(FINDINGS)))).toEqual(report(FINDINGS));
  });

  it('is what the schema says, for every verdict', () => {
    expect(errorsIn(JSON.parse(json(report(FINDINGS))))).toEqual([]);
  });

  it('has one finding a line', () => {
    expect(
      json(report(FINDINGS))
        .split('\n')
        .filter((line) => line.startsWith('    {"target"')),
    ).toHaveLength(FINDINGS.length);
    expect(JSON.parse(json(report([])))).toMatchObject({ findings: [] });
  });

  it('shows no terminal what the server sent', () => {
    const said = '\u001b]0;gotcha\u0007\u009b31m\u007f\u202e\u0000';
    const refused = finding('refused');
    const text = json(report([{ ...refused, verdict: { ...refused.verdict, ...JUDGEMENTS.refused, said } }]));
    expect(text).toMatch(/^[\x20-\x7e\n]+$/);
    expect(JSON.parse(text)).toMatchObject({ findings: [{ verdict: { said } }] });
  });
});

describe('the schema', () => {
  const good = JSON.parse(json(report(FINDINGS)));

  it.each<[string, (value: typeof good) => void]>([
    ['a key that nobody knows', (value) => (value.extra = 1)],
    ['a finding with a key that nobody knows', (value) => (value.findings[0].extra = 1)],
    ['a verdict without its evidence', (value) => delete value.findings[2].verdict.freedMs],
    ['a verdict with the evidence of another', (value) => (value.findings[0].verdict.freedMs = 1)],
    ['a verdict of another severity', (value) => (value.findings[2].verdict.severity = 'ok')],
    ['a verdict that does not exist', (value) => (value.findings[0].verdict.kind = 'fine')],
    ['a count of verdicts that do not exist', (value) => (value.summary.byVerdict.fine = 1)],
    ['bytes that are none', (value) => (value.findings[2].transcripts[1].events[1].bytes = '\u0100')],
    ['another version', (value) => (value.schemaVersion = 2)],
  ])('refuses %s', (_, spoil) => {
    const bad = structuredClone(good);
    spoil(bad);
    expect(isReport(bad)).toBe(false);
  });
});
