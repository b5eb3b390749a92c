import type { Judgement } from '../model/verdict.ts';
import type { Evidence } from './evidence.ts';
import { type BrokenOff, endOf, type Reached } from './outcome.ts';
import type { Prompted } from './prompted.ts';
import { silenceOf } from './promptness.ts';
import { SAID_MAX } from './settled-alone.ts';
import { weighScolding } from './weigh-scolding.ts';

type Of<Union, K> = Extract<Union, { kind: K }>;

/** How much longer silence must have lasted than a nudged greeting took: less, and the server may only be slow. */
const SILENCE_MARGIN_MS = 250;

/** Silence got nothing, words got the greeting: the deadlock, unless the greeting took as long as the silence did. */
export function stalledInSilence(
  silent: Of<Reached, 'silent'>,
  greeted: Of<Prompted, 'greeted'>,
  evidence: Evidence,
): Judgement {
  const contradiction = unpromptedIn(evidence) ?? refusedIn(greeted, evidence);
  if (contradiction) return contradiction;
  const silentMs = silenceOf(silent);
  const freedMs = greeted.spoke.sinceSpokenToMs;
  if (silentMs < freedMs + SILENCE_MARGIN_MS) {
    return { kind: 'slow', confidence: 'possible', firstByteMs: null, reason: 'late-either-way' };
  }
  return stalled(silentMs, 'silence', greeted, evidence);
}

/** The same, where silence was ended by the other side. */
export function stalledByClose(ended: BrokenOff, greeted: Of<Prompted, 'greeted'>, evidence: Evidence): Judgement {
  const contradiction = unpromptedIn(evidence) ?? refusedIn(greeted, evidence);
  return contradiction ?? stalled(silenceOf(ended), endOf(ended), greeted, evidence);
}

function stalled(
  silentMs: number,
  silenceEndedBy: Of<Judgement, 'stalled'>['silenceEndedBy'],
  greeted: Of<Prompted, 'greeted'>,
  evidence: Evidence,
): Judgement {
  if (isPerhapsScolding(greeted, evidence)) return PUNISHING;
  const freedMs = greeted.spoke.sinceSpokenToMs;
  return { kind: 'stalled', confidence: greeted.confidence, silentMs, silenceEndedBy, freedMs };
}

/** It minds being spoken to before it has greeted, and has not greeted yet: nothing says that anybody holds it. */
export const PUNISHING: Judgement = {
  kind: 'slow',
  confidence: 'possible',
  firstByteMs: null,
  reason: 'punishes-early-talk',
};

/** Its scolding is no greeting, but it tells that one was due; and what scolds for any byte has not been shown the first. */
export function heldBack(
  silentMs: number,
  silenceEndedBy: Of<Judgement, 'stalled'>['silenceEndedBy'],
  { nudged }: Evidence,
): Judgement | null {
  const scolding = weighScolding(nudged);
  if (scolding?.kind !== 'held' || silentMs < scolding.spoke.sinceSpokenToMs + SILENCE_MARGIN_MS) return null;
  return { kind: 'stalled', confidence: 'likely', silentMs, silenceEndedBy, freedMs: scolding.spoke.sinceSpokenToMs };
}

/** Of a server that scolds early talk, an error after a nudge may be about the nudge. */
function isPerhapsScolding({ probe }: Of<Prompted, 'greeted'>, evidence: Evidence): boolean {
  return probe?.scoldings !== undefined && isTurnedAway(evidence);
}

/** A client-first server that says no before it is asked: its clients wait for nothing, and would be turned away. */
function refusedIn({ probe, spoke }: Of<Prompted, 'greeted'>, evidence: Evidence): Judgement | null {
  if (probe?.speaksFirst !== 'client' || !isTurnedAway(evidence)) return null;
  return { kind: 'refused', confidence: 'certain', by: 'server', said: spoke.bytes.slice(0, SAID_MAX) };
}

/** No greeting was a welcome. */
function isTurnedAway({ nudged, asked }: Evidence): boolean {
  return [...nudged, ...asked].every(({ reply }) => reply?.kind !== 'greeting' || reply.turnedAway);
}

/** A later connection was greeted before it had said anything: then the first one's silence was not the rule. */
function unpromptedIn({ again, nudged, asked }: Evidence): Judgement | null {
  const greeted = [...again, ...nudged, ...asked].some(
    ({ outcome }) => outcome.kind === 'spoke' && outcome.promptedBy === null,
  );
  return greeted ? { kind: 'inconsistent', confidence: 'certain', seen: ['stalled', 'server-first'] } : null;
}
