import { expect, it } from 'vitest';
import { table } from '../../src/report/table.ts';
import { ALL, PIPE, PLAIN } from './plain.ts';
import { FINDINGS, finding, report } from './samples.ts';

it('ends with the summary', () => {
  expect(table(report(FINDINGS), PIPE)).toMatch(/\n15 endpoints \| 2 ok \| 2 warnings \| 11 failed \(.*\) in 6.4 s\n$/);
});

it('is one line an endpoint where all is well', () => {
  expect(table(report([finding('healthy'), finding('server-first', 'db')]), PLAIN).split('\n')).toHaveLength(6);
});

it('keeps the order of the targets above, and puts deadlocks first below', () => {
  const text = table(report([finding('mute', 'a'), finding('healthy', 'b'), finding('stalled', 'c')]), PIPE);
  expect(text.match(/^. (mute|healthy|stalled).*$/gm)?.map((line) => line.slice(2, 9))).toEqual([
    'mute   ',
    'healthy',
    'stalled',
    'stalled',
    'mute | ',
  ]);
});

it('shows only what is wrong where that is wanted', () => {
  const style = { ...PLAIN, detail: 'problems' } as const;
  expect(table(report([finding('healthy', 'fine'), finding('refused', 'gone')]), style)).not.toContain('fine');
  expect(table(report([finding('healthy', 'fine')]), style)).toBe('1 endpoint | 1 ok in 6.4 s\n');
});

it('shows the evidence of what is well where all is wanted', () => {
  expect(table(report([finding('server-first')]), ALL)).toContain('silent  0.2 ms connected | 0.6 ms 38 bytes');
});

it('prints a manifest once, and for each where all is wanted', () => {
  const findings = [finding('stalled'), finding('delayed')];
  const count = (text: string) => text.match(/^ *kind: Service$/gm)?.length;
  expect(count(table(report(findings), PIPE))).toBe(1);
  expect(count(table(report(findings), ALL)) ?? 0).toBeGreaterThan(1);
});

it('keeps to 80 columns, but for YAML, where a line is a line', () => {
  const lines = table(report(FINDINGS), PLAIN).split('\n');
  expect(lines.filter((line) => line.length > 80 && !/^ {4}.*: .* # change me/.test(line))).toEqual([]);
});

it('holds a thousand alike problems in a few blocks', () => {
  const many = Array.from({ length: 1_000 }, (_, index) => finding('refused', `10.0.${index >> 8}.${index & 255}`));
  expect(table(report(many), PLAIN).split('\n').length).toBeLessThan(1_020);
});
