import type { NudgeName } from '../model/transcript.ts';
import type { Confidence } from '../model/verdict.ts';
import type { Leg } from './evidence.ts';
import { legOf, replyTo } from './nudged.ts';
import { type Spoke, sameStart } from './outcome.ts';

/** Whether bytes that nobody knows, heard after a nudge, are a greeting that was held back or an answer. */
export type Weighing =
  | { readonly kind: 'nothing-unknown' }
  | { readonly kind: 'undecided'; readonly spoke: Spoke }
  | { readonly kind: 'greeting' | 'answer'; readonly spoke: Spoke; readonly confidence: Confidence };

/** The nudges that tell, in the order in which they are sent. */
export const WEIGHING_NUDGES: readonly NudgeName[] = ['quiet-tabs', 'one-letter', 'one-tls-byte'];

/**
 * A greeting does not depend on what freed it, and something must have held it back: a proxy that looks for HTTP waits after a
 * letter, one that looks for TLS after the first byte of a TLS record. A server that answers both had nobody before it.
 */
export function weighUnknown(nudged: readonly Leg<'nudge'>[]): Weighing {
  const spoke = replyTo('quiet', 'unknown', nudged) ?? replyTo('quiet-long', 'unknown', nudged);
  if (!spoke) return { kind: 'nothing-unknown' };
  const tabs = legOf('quiet-tabs', nudged);
  if (!tabs) return { kind: 'undecided', spoke };
  if (tabs.outcome.kind === 'spoke' && !sameStart(tabs.outcome, spoke))
    return { kind: 'answer', spoke, confidence: 'likely' };
  const [letter, record] = [legOf('one-letter', nudged), legOf('one-tls-byte', nudged)];
  if (!letter || !record) return { kind: 'undecided', spoke };
  const unheld = repeats(letter, spoke) && repeats(record, spoke);
  if (unheld) return { kind: 'answer', spoke, confidence: 'likely' };
  return { kind: 'greeting', spoke, confidence: tabs.outcome.kind === 'spoke' ? 'likely' : 'possible' };
}

function repeats(leg: Leg<'nudge'>, spoke: Spoke): boolean {
  return leg.outcome.kind === 'spoke' && leg.outcome.promptedBy === 'nudge' && sameStart(leg.outcome, spoke);
}
