import { expect, test } from 'vitest';
import type { Spoke } from '../../src/decide/outcome.ts';
import { isPrompt, isUncertain, latenessOf, silenceOf } from '../../src/decide/promptness.ts';

const spoke = (openedMs: number, firstByteMs: number, lagMs = 0): Spoke => ({
  kind: 'spoke',
  openedMs,
  firstByteMs,
  sinceSpokenToMs: firstByteMs - openedMs,
  promptedBy: null,
  bytes: '220',
  laterBytes: '',
  lagMs,
});

test.each([
  ['on loopback', spoke(0.4, 1.4), 0.6, true, false],
  ['far away: the round trip is no lateness', spoke(200, 410), 10, true, false],
  ['a lost SYN is no round trip', spoke(1_000, 1_380), 80, false, false],
  ['held for 100 ms', spoke(0.4, 101), 100.2, false, false],
  ['held for 100 ms, and our own lag hides it', spoke(42, 101, 33), 50, true, true],
  ['lag, and prompt all the same', spoke(42, 60, 41), 17, true, false],
])('%s', (_name, outcome, latenessMs, prompt, uncertain) => {
  expect(latenessOf(outcome)).toBeCloseTo(latenessMs);
  expect(isPrompt(outcome)).toBe(prompt);
  expect(isUncertain(outcome)).toBe(uncertain);
});

test('silence counts from the opening', () => {
  expect(silenceOf({ kind: 'silent', openedMs: 10, atMs: 6_010 })).toBe(6_000);
});
