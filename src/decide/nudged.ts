import type { NudgeName } from '../model/transcript.ts';
import type { Leg } from './evidence.ts';
import type { Spoke } from './outcome.ts';
import type { Reply } from './reply.ts';

/** The connection on which that nudge was sent. */
export function legOf(nudge: NudgeName, nudged: readonly Leg<'nudge'>[]): Leg<'nudge'> | undefined {
  return nudged.find(({ step }) => step.nudge === nudge);
}

/** What a nudge itself brought, where it was of that kind: a blank line after it may bring something else. */
export function replyTo(nudge: NudgeName, kind: Reply['kind'], nudged: readonly Leg<'nudge'>[]): Spoke | null {
  for (const { step, outcome, reply } of nudged) {
    if (step.nudge !== nudge || outcome.kind !== 'spoke' || outcome.promptedBy !== 'nudge') continue;
    if (reply?.kind === kind) return outcome;
  }
  return null;
}
