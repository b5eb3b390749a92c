import { expect, it } from 'vitest';
import { closing } from '../../src/report/closing.ts';
import { PIPE, PLAIN } from './plain.ts';
import { finding, report } from './samples.ts';

it.each([
  [[], '0 endpoints in 6.4 s'],
  [[finding('healthy')], '1 endpoint | 1 ok in 6.4 s'],
  [
    [finding('healthy'), finding('mute'), finding('stalled'), finding('stalled')],
    '4 endpoints | 1 ok | 1 warning | 2 failed (1 mute, 2 stalled) in 6.4 s',
  ],
])('%#', (findings, line) => {
  expect(closing(report(findings), PIPE)).toBe(line);
});

it('names the names whose addresses disagree', () => {
  const split = [
    { host: 'db\u001b', port: 25, verdicts: { '10.0.0.1': 'stalled', '10.0.0.2': 'server-first' } },
  ] as const;
  const { summary, ...rest } = report([]);
  expect(closing({ ...rest, summary: { ...summary, split } }, PLAIN)).toBe(
    `  the addresses of db\\x1b:25 disagree: 10.0.0.1 stalled, 10.0.0.2 server-first
0 endpoints in 6.4 s`,
  );
});
