import type { Reached, Spoke } from './outcome.ts';

/** Later than this, a first byte is compared with a nudged connection: the shortest detection timeout in use is 100 ms (Istio before 1.7). */
const LATE_MS = 75;

/** Twice later than this, with and without a nudge, and the server is called slow. */
export const SLOW_MS = 250;

/** The most that a far-away server's round trip excuses. */
const ROUND_TRIP_MAX_MS = 300;

/** How late a first byte came that nobody had asked for, beyond the round trip. What our own lag added to a connect is no distance. */
export function latenessOf({ firstByteMs, openedMs, lagMs }: Spoke): number {
  const roundTripMs = Math.min(Math.max(0, openedMs - lagMs), ROUND_TRIP_MAX_MS);
  return firstByteMs - openedMs - roundTripMs;
}

/** Soon enough that nobody can have held it back: it needs no comparison. */
export function isPrompt(spoke: Spoke): boolean {
  return latenessOf(spoke) < LATE_MS;
}

/** Our own event loop was so late meanwhile that a greeting which looks prompt may not have been: it is worth listening again. */
export function isUncertain(spoke: Spoke): boolean {
  const { firstByteMs, openedMs, lagMs } = spoke;
  const acceptedMs = Math.max(0, openedMs - lagMs);
  return isPrompt(spoke) && firstByteMs - 2 * acceptedMs >= LATE_MS;
}

/** How long a connection was kept open without a byte. */
export function silenceOf(outcome: Exclude<Reached, Spoke>): number {
  return outcome.atMs - outcome.openedMs;
}
