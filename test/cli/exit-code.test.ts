import { expect, it } from 'vitest';
import { exitCode } from '../../src/cli/exit-code.ts';

const OK = { warn: 0, fail: 0, byVerdict: { healthy: 3 } };
const SLOW = { warn: 1, fail: 0, byVerdict: { slow: 1 } };
const REFUSED = { warn: 0, fail: 1, byVerdict: { refused: 1 } };
const STALLED = { warn: 0, fail: 2, byVerdict: { stalled: 1, refused: 1 } };
const DELAYED = { warn: 1, fail: 1, byVerdict: { delayed: 1, mute: 1 } };

it.each([
  ['all pass', OK, { fail: 0, warn: 0, never: 0 }],
  ['a warning', SLOW, { fail: 0, warn: 1, never: 0 }],
  ['a failure', REFUSED, { fail: 1, warn: 1, never: 0 }],
  ['a deadlock', STALLED, { fail: 3, warn: 3, never: 0 }],
  ['a delay', DELAYED, { fail: 3, warn: 3, never: 0 }],
] as const)('%s', (_, summary, codes) => {
  for (const failOn of ['fail', 'warn', 'never'] as const) expect(exitCode(summary, failOn)).toBe(codes[failOn]);
});
