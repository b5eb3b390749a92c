import { createColors } from 'picocolors';
import { expect, it } from 'vitest';
import { compareReports } from '../../src/compare/compare.ts';
import type { Change } from '../../src/model/comparison.ts';
import type { Finding } from '../../src/model/finding.ts';
import { passage } from '../../src/report/change.ts';
import { styleFor } from '../../src/report/style.ts';
import { PIPE } from './plain.ts';
import { finding, report } from './samples.ts';

const change = (before: Finding, after: Finding): Change =>
  compareReports(report([before]), report([after]), { name: 'deadair', version: '0' }).changes[0] as Change;
const CAUSE = {
  kind: 'istio-sidecar',
  posture: 'strict',
  declared: 'auto',
  identity: null,
  confidence: 'certain',
} as const;

it.each<[Finding, Finding, string]>([
  [finding('stalled'), finding('healthy'), '  + 10.0.0.7:3306 | stalled -> healthy'],
  [finding('stalled'), finding('stalled'), '  x 10.0.0.7:3306 | stalled'],
  [
    finding('stalled', '10.0.0.7', { cause: CAUSE }),
    finding('stalled', '10.0.0.7', { cause: { ...CAUSE, posture: 'permissive', declared: 'tcp' } }),
    '  x 10.0.0.7:3306 | stalled | posture strict -> permissive | declared auto -> tcp',
  ],
])('%#', (before, after, line) => {
  expect(passage(change(before, after), PIPE)).toEqual([line]);
});

it('says why, where that is news', () => {
  const [, why] = passage(change(finding('healthy'), finding('refused')), PIPE);
  expect(why).toBe('      nothing accepts connections on this port');
});

it('colours the mark', () => {
  const style = styleFor({ color: true, unicode: false, width: null, detail: 'usual' }, createColors(true));
  expect(passage(change(finding('stalled'), finding('healthy')), style)[0]).toMatch(/^ {2}\u001b\[32m\+\u001b\[39m 10/);
});
