import { describe, expect, it } from 'vitest';
import { compareReports } from '../../src/compare/compare.ts';
import { comparisonJson } from '../../src/report/comparison-json.ts';
import { isComparison } from './comparison-schema.ts';
import { FINDINGS, finding, report } from './samples.ts';

const TOOL = { name: 'deadair', version: '0.0.0' } as const;
const compared = (before = FINDINGS, after = FINDINGS) => compareReports(report(before), report(after), TOOL);
const text = comparisonJson(compared(FINDINGS.slice(2), [...FINDINGS.slice(0, 9)].reverse()));

describe('the comparison as JSON', () => {
  it('is what the schema says', () => {
    expect(isComparison(JSON.parse(text)) ? [] : isComparison.errors).toEqual([]);
    expect(isComparison(JSON.parse(comparisonJson(compared([], [])))) ? [] : isComparison.errors).toEqual([]);
  });

  it('has one endpoint a line', () => {
    expect(text.split('\n').filter((line) => line.startsWith('    {"kind"'))).toHaveLength(FINDINGS.length);
  });

  it('has nothing that a terminal obeys', () => {
    const evil = finding('stalled', '\u001b[2J\u009b\u202e');
    expect(comparisonJson(compared([evil], [evil]))).toMatch(/^[\x20-\x7e\n]+$/);
  });
});

describe('its schema', () => {
  const good = JSON.parse(text);

  it.each<[string, (value: typeof good) => void]>([
    ['a key that nobody knows', (value) => (value.extra = 1)],
    ['a change with a key that nobody knows', (value) => (value.changes[0].extra = 1)],
    ['a change that does not exist', (value) => (value.changes[0].kind = 'better')],
    ['a new endpoint that was there before', (value) => (value.changes.find(isNew).before = value.changes[0].after)],
    ['a gone endpoint that is there', (value) => (value.changes.at(-1).after = value.changes[0].after)],
    ['a verdict that does not exist', (value) => (value.changes[0].after.verdict.kind = 'fine')],
    ['a count of something else', (value) => (value.summary.better = 1)],
    ['a summary that lacks a count', (value) => delete value.summary.freed],
    ['another version', (value) => (value.schemaVersion = 2)],
  ])('refuses %s', (_, spoil) => {
    const bad = structuredClone(good);
    spoil(bad);
    expect(isComparison(bad)).toBe(false);
  });

  const isNew = ({ kind }: { kind: string }) => kind === 'new';
});
