import type { Leg } from './evidence.ts';
import { legOf, replyTo } from './nudged.ts';
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
  const spoke = replyTo('quiet', 'scolding', nudged) ?? replyTo('quiet-long', 'scolding', nudged);
  if (!spoke) return null;
  const [letter, record] = [legOf('one-letter', nudged), legOf('one-tls-byte', nudged)];
  if (!letter || !record) return { kind: 'undecided', spoke };
  const isHeld = letter.outcome.kind === 'silent' || record.outcome.kind === 'silent';
  return { kind: isHeld ? 'held' : 'unheld', spoke };
}
