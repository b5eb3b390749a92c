import type { Leg } from './evidence.ts';
import type { Spoke } from './outcome.ts';

/** Whether a server that scolds who speaks early was free to greet: undecided until the nudges that tell were sent. */
export type Scolding =
  | { readonly kind: 'held' | 'unheld'; readonly spoke: Spoke }
  | { readonly kind: 'undecided'; readonly spoke: Spoke };

/**
 * Such a server scolds for any byte, at once. One that is silent for a letter, or for the first byte of a TLS record, has not heard
 * it: a proxy is still waiting for more, and its greeting will never come either. Null where nothing was scolded.
 */
export function weighScolding(nudged: readonly Leg<'nudge'>[]): Scolding | null {
  const spoke = scoldingOf(nudged, 'quiet') ?? scoldingOf(nudged, 'quiet-long');
  if (!spoke) return null;
  const [letter, record] = [find(nudged, 'one-letter'), find(nudged, 'one-tls-byte')];
  if (!letter || !record) return { kind: 'undecided', spoke };
  const isHeld = letter.outcome.kind === 'silent' || record.outcome.kind === 'silent';
  return { kind: isHeld ? 'held' : 'unheld', spoke };
}

/** For the nudge itself: what a blank line after it brought may be about the line. */
function scoldingOf(nudged: readonly Leg<'nudge'>[], nudge: Leg<'nudge'>['step']['nudge']): Spoke | null {
  for (const { step, outcome, reply } of nudged) {
    if (step.nudge !== nudge || outcome.kind !== 'spoke' || outcome.promptedBy !== 'nudge') continue;
    if (reply?.kind === 'scolding') return outcome;
  }
  return null;
}

function find(nudged: readonly Leg<'nudge'>[], nudge: Leg<'nudge'>['step']['nudge']): Leg<'nudge'> | undefined {
  return nudged.find(({ step }) => step.nudge === nudge);
}
