import { createColors } from 'picocolors';
import { expect, it } from 'vitest';
import { overview } from '../../src/report/overview.ts';
import { styleFor } from '../../src/report/style.ts';
import { PIPE, PLAIN } from './plain.ts';
import { FINDINGS, finding } from './samples.ts';

const widest = (text: string) => Math.max(...text.split('\n').map((line) => line.length));

it('has one line an endpoint, in the order of the targets', () => {
  const lines = overview(FINDINGS, PIPE).split('\n');
  expect(lines.slice(1).map((line) => line.split(/ +/)[1])).toEqual(FINDINGS.map(({ verdict }) => verdict.kind));
  expect(lines.slice(0, 4)).toEqual([
    '  verdict          endpoint        protocol  silent  nudged  why',
    '+ server-first     10.0.0.1:3306   mysql     0.6 ms  -       greets first',
    '+ healthy          10.0.0.2:3306   -         -       -       client-first',
    'x stalled          10.0.0.3:3306   mysql     -       1.1 ms  nudge frees it',
  ]);
});

it.each([60, 80, 100])('keeps to %d columns', (width) => {
  const long = finding('stalled', 'mysql-primary-0.mysql-headless.production.svc.cluster.local');
  const v6 = finding('unresolved', '2001:db8:85a3:1234:5678:8a2e:370:7334');
  const style = { ...PLAIN, width };
  expect(widest(overview([...FINDINGS, long, v6], style))).toBeLessThanOrEqual(width + 20 * Number(width < 70));
});

it('wraps a long name rather than lose a letter of it', () => {
  const host = 'mysql-primary-0.mysql-headless.production.svc.cluster.local';
  const text = overview([finding('stalled', host)], PLAIN);
  const column = text
    .split('\n')
    .slice(1)
    .map((line) => line.slice(11).split(/ {2}/)[0]?.trim());
  expect(column.join('')).toBe(`${host}:3306`);
});

it('shows the address only where a name has several', () => {
  const at = (host: string, address: string) =>
    finding('healthy', host, { endpoint: { input: '', host, port: 25, expectedProtocol: null, address } });
  const text = overview([at('one', '10.0.0.1'), at('two', '10.0.0.2'), at('two', '10.0.0.3')], PIPE);
  expect(text).not.toContain('10.0.0.1');
  expect(text).toContain('two:25 10.0.0.2');
  expect(text).toContain('two:25 10.0.0.3');
});

it('cannot be broken by what a server or a name says', () => {
  const evil = '\u001b[2J\u009b\u202e\n';
  const protocol = { name: evil, version: evil, speaksFirst: 'server' } as const;
  expect(overview([finding('stalled', evil, { protocol })], PIPE)).toMatch(/^[\x20-\x7e\n]+$/);
});

it('colours the verdict and nothing that is not asked for', () => {
  const colored = overview(
    FINDINGS,
    styleFor({ color: true, unicode: false, width: null, detail: 'usual' }, createColors(true)),
  );
  expect(colored).toContain('\u001b[31mx stalled');
  expect(colored.replaceAll(/\u001b\[\d+m/g, '')).toBe(overview(FINDINGS, PIPE));
});
