import type { Evidence } from '../decide/evidence.ts';
import { promptedIn } from '../decide/prompted.ts';
import { nextOffer } from '../mesh/offers.ts';
import type { Step } from '../model/transcript.ts';
import { mindsJunk, type Plan } from './plan.ts';

/** How things stand at one endpoint. */
export interface Standing {
  readonly evidence: Evidence;
  /** The first silent connection is still open. */
  readonly isListening: boolean;
  /** Since the first connect call. */
  readonly elapsedMs: number;
}

/** What to do next: connections to make at the same time, or listen on until something is heard or it is that time, or enough. */
export type Next =
  | { readonly kind: 'connect'; readonly steps: readonly Step[] }
  | { readonly kind: 'listen-on'; readonly untilMs: number | null }
  | { readonly kind: 'done' };

/** How long a handshake is waited for. */
const IDENTIFY_WAIT_MS = 1_000;

/** Enough is known. */
export const DONE: Next = { kind: 'done' };

const LISTEN_ON: Next = { kind: 'listen-on', untilMs: null };

/** Makes these connections, at the same time. */
export function connect(...steps: readonly Step[]): Next {
  return { kind: 'connect', steps };
}

/** Lets the first connection come to its end: its fate belongs to the evidence. */
export function whenHeard({ isListening }: Standing): Next {
  return isListening ? LISTEN_ON : DONE;
}

/** Only here, after a stall, a late greeting or an unexplained close, is anything sent to find out whose proxy it is. */
export function identify(standing: Standing, plan: Plan): Next {
  const { listened, identified } = standing.evidence;
  const prompted = promptedIn(standing.evidence);
  const isMute = listened.outcome.kind === 'silent' && prompted.kind === 'silent';
  if (!plan.options.identify || isMute) return whenHeard(standing);
  const isPlainHeard = prompted.kind === 'greeted';
  const isCounted = plan.polite !== null || (prompted.kind === 'greeted' && mindsJunk(prompted.probe));
  const offer = nextOffer(identified, { isCounted, isPlainHeard });
  return offer ? connect({ kind: 'identify', offer, waitMs: IDENTIFY_WAIT_MS }) : whenHeard(standing);
}
