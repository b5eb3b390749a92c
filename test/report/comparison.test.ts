import { describe, expect, it } from 'vitest';
import { compareReports } from '../../src/compare/compare.ts';
import type { Finding } from '../../src/model/finding.ts';
import { DEFAULT_OPTIONS } from '../../src/model/options.ts';
import type { Report } from '../../src/model/report.ts';
import { comparison } from '../../src/report/comparison.ts';
import { at } from '../compare/reports.ts';
import { ALL, PIPE, PLAIN } from './plain.ts';
import { FINDINGS, report } from './samples.ts';

const TOOL = { name: 'deadair', version: '0.0.0' } as const;
const BEFORE = [
  at('db', '10.0.0.1', 'stalled'),
  at('mail', '10.0.0.2', 'stalled'),
  at('ftp', '10.0.0.3', 'server-first'),
  at('web', '10.0.0.4', 'healthy'),
];
const AFTER = [
  at('db', '10.0.0.8', 'server-first'),
  at('mail', '10.0.0.2', 'stalled'),
  at('ftp', '10.0.0.3', 'refused'),
  at('web', '10.0.0.4', 'healthy'),
];
const shown = (before: readonly Finding[], after: readonly Finding[], style = PLAIN, changed: Partial<Report> = {}) =>
  comparison(compareReports(report(before), { ...report(after), ...changed }, TOOL), style);

describe('a comparison for people', () => {
  it('has what is worse first, what is mended later, and counts last', () => {
    expect(shown(BEFORE, AFTER)).toBe(`\
before  2026-11-20T10:00:00.000Z | on here | 4 endpoints
after   2026-11-20T10:00:00.000Z | on here | 4 endpoints

worse
  x ftp:3306 | server-first -> refused
      nothing accepts connections on this port

still wrong
  x mail:3306 | stalled

freed
  + db:3306 | stalled -> server-first | address 10.0.0.1 -> 10.0.0.8

4 endpoints | 1 worse | 1 still wrong | 1 freed | 1 unchanged
`);
  });

  it('lists what is unchanged only where all is wanted, and what is right only where not just problems are', () => {
    expect(shown(BEFORE, AFTER, ALL)).toContain('\nunchanged\n  + web:3306 | healthy\n');
    const problems = shown(BEFORE, AFTER, { ...PLAIN, detail: 'problems' });
    expect(problems).toContain('mail:3306');
    expect(problems).not.toMatch(/db:3306|web:3306/);
  });

  it('speaks of places where the reports are of two', () => {
    const vantage = { hostname: 'pod\u001b', platform: '', node: '' };
    const text = shown(BEFORE, AFTER, PIPE, { vantage });
    expect(text).toMatch(/^from here {5}2026-11-20T10:00:00.000Z \| 4 endpoints\nfrom pod\\x1b /);
    expect(text).toContain('\nworse from pod\\x1b\n');
    expect(text).toContain('\nfails from here, fine from pod\\x1b\n');
    expect(text).not.toMatch(/before|after {2}|freed/);
  });

  it('warns where the runs were not made alike', () => {
    const options = { ...DEFAULT_OPTIONS, patienceMs: 22_000, identify: false };
    expect(shown(BEFORE, AFTER, PIPE, { options })).toContain('note: the runs differ in --patience, --no-identify:');
    expect(shown(BEFORE, AFTER)).not.toContain('note:');
  });

  it('has words for endpoints that only one report has', () => {
    const text = shown(FINDINGS, [at('web', '10.0.0.4', 'mute')], PIPE);
    expect(text).toMatch(/\nnew\n {2}! web:3306 \| mute\n {6}accepted, /);
    expect(text).toMatch(/\ngone\n {2}\+ 10\.0\.0\.1:3306 \| server-first\n/);
  });

  it.each([40, 60, 80])('keeps to %d columns', (width) => {
    const long = 'mysql-primary-0.mysql-headless.production.svc.cluster.local';
    const before = [...BEFORE, at(long, '10.0.0.1', 'healthy')];
    const after = [...AFTER, at(long, '10.0.0.1', 'stalled')];
    const lines = shown(before, after, { ...PLAIN, width }).split('\n');
    expect(lines.filter((line) => line.length > width)).toEqual([]);
  });

  it('cannot be broken by a name', () => {
    const evil = '\u001b[2J\u009b\u202e\n';
    expect(shown([], [at(evil, evil, 'stalled')], PIPE, { startedAt: evil })).toMatch(/^[\x20-\x7e\n]+$/);
  });
});
