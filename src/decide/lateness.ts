import type { Evidence, Leg } from './evidence.ts';
import { type Spoke, sameStart } from './outcome.ts';
import { isPrompt } from './promptness.ts';

/** What a nudge must gain for a proxy to be blamed: measured greetings of one server differ by less. */
const GAIN_MS = 60;

/** What repeated silent and nudged connections say about a late greeting. */
export type Comparison =
  /** Silence waits, a nudge does not, each time: somebody waits for the client's bytes, and gives up after this long. */
  | { readonly kind: 'held'; readonly detectionTimeoutMs: number; readonly silentMs: number; readonly nudgedMs: number }
  | { readonly kind: 'late-either-way' }
  | { readonly kind: 'late-once' }
  | { readonly kind: 'punishes-early-talk' };

/** Compares the late greeting that silence got with what a nudge got. */
export function compareLate(late: Spoke, evidence: Evidence): Comparison {
  const again = evidence.again.map((leg) => leg.outcome);
  if (again.some((outcome) => outcome.kind === 'spoke' && isPrompt(outcome))) return { kind: 'late-once' };
  if (wasGreetedUnasked(evidence)) return { kind: 'late-once' };
  const nudged = comparable(evidence);
  if (nudged.length > 0 && nudged.every((leg) => isDisapproval(leg, late))) return { kind: 'punishes-early-talk' };
  const silentTimes = [late, ...again.filter(isSpoke)].map(sinceOpened);
  const nudgedTimes = nudged.flatMap(({ outcome }) => (outcome.kind === 'spoke' ? [sinceOpened(outcome)] : []));
  return heldBack(silentTimes, nudgedTimes) ?? { kind: 'late-either-way' };
}

/** On a connection where we waited before we spoke, the greeting did not wait. */
function wasGreetedUnasked({ nudged, asked }: Evidence): boolean {
  return [...nudged, ...asked].some(
    ({ step, outcome }) => step.afterMs > 0 && outcome.kind === 'spoke' && outcome.promptedBy === null,
  );
}

/** The connections on which we spoke at once, and were answered. */
function comparable({ nudged, asked }: Evidence): readonly (Leg<'nudge'> | Leg<'ask'>)[] {
  return [...nudged, ...asked].filter(
    ({ step, outcome }) => step.afterMs === 0 && outcome.kind === 'spoke' && outcome.promptedBy !== null,
  );
}

/** Times must lie apart by more than they scatter: a server that is slow at random is no proxy. */
function heldBack(silent: readonly number[], nudged: readonly number[]): Comparison | null {
  if (nudged.length === 0) return null;
  const gainMs = Math.min(...silent) - Math.max(...nudged);
  const scatterMs = Math.max(spread(silent), spread(nudged));
  if (gainMs < GAIN_MS || scatterMs > gainMs / 2) return null;
  // Whatever else there is on the way only adds: the shortest of each is the nearest to the truth.
  const [silentMs, nudgedMs] = [Math.min(...silent), Math.min(...nudged)];
  return { kind: 'held', detectionTimeoutMs: silentMs - nudgedMs, silentMs, nudgedMs };
}

/** An answer to early talk instead of the greeting that silence got. */
function isDisapproval({ outcome, reply }: Leg<'nudge'> | Leg<'ask'>, late: Spoke): boolean {
  if (reply?.kind === 'greeting') return reply.turnedAway;
  if (reply?.kind === 'unknown' && outcome.kind === 'spoke') return !sameStart(outcome, late);
  return true;
}

function isSpoke(outcome: { kind: string }): outcome is Spoke {
  return outcome.kind === 'spoke';
}

function sinceOpened({ firstByteMs, openedMs }: Spoke): number {
  return firstByteMs - openedMs;
}

function spread(times: readonly number[]): number {
  return Math.max(...times) - Math.min(...times);
}
