import type { Evidence } from '../decide/evidence.ts';
import type { Probe } from '../model/probe.ts';
import type { NudgeName, Step } from '../model/transcript.ts';
import { mindsJunk, type Plan } from './plan.ts';

/** How long a nudge is waited for, its blank line and what may follow that included. */
const NUDGE_WAIT_MS = 700;

/** How long a protocol's opening is given for an answer. A web page may have to be made first. */
const ASK_WAIT_MS = 400;
const REQUEST_WAIT_MS = 1_000;

/** How much of the patience the last look gets, for a greeting that is slow and held back too. */
const LAST_LOOK = 0.55;

/** Bytes that come with the connect slip past Envoy's HTTP inspector in 1 to 10 % of tries (measured with 1.40); a moment later, never. */
const WEIGH_AFTER_MS = 20;

/** The second look: this much silence before the nudge, in which a server that was only slow would greet. */
const GATE_MS = 300;

/** The first nudge: without an answer a blank line follows it. */
export function firstNudge(evidence: Evidence): Step {
  return { kind: 'nudge', nudge: 'quiet', afterMs: 0, waitMs: NUDGE_WAIT_MS + roundTrips(evidence), blankLine: true };
}

/** The first words to a protocol that punishes junk: its own. */
export function politeNudge(probe: Probe, evidence: Evidence): Step {
  return wordsFor(probe, 0, NUDGE_WAIT_MS + roundTrips(evidence));
}

/** What to say to free a greeting: the protocol's own opening where it is known to be taken well, else the quiet nudge. */
export function wordsFor(probe: Probe | null, afterMs: number, waitMs: number): Step {
  return probe !== null && mindsJunk(probe)
    ? { kind: 'ask', protocol: probe.name, afterMs, waitMs }
    : { kind: 'nudge', nudge: 'quiet', afterMs, waitMs, blankLine: false };
}

/** Looks a second time whether a greeting waits for us to speak. */
export function secondLook(probe: Probe | null, waitMs: number): Step {
  return wordsFor(probe, GATE_MS, waitMs);
}

/** A greeting was freed while the first connection was still silent, and not before the words that freed it. */
export function isLookedAtTwice({ nudged, asked }: Evidence): boolean {
  return [...nudged, ...asked].some(({ step }) => step.afterMs >= GATE_MS);
}

/** One more nudge, to weigh bytes that nobody knows and that took so long to come. */
export function weighingNudge(nudge: NudgeName, tookMs: number): Step {
  return { kind: 'nudge', nudge, afterMs: WEIGH_AFTER_MS, waitMs: Math.ceil(tookMs) + ASK_WAIT_MS, blankLine: false };
}

/** The last look, for a greeting that is slow and held back too. */
export function lastLook({ options }: Plan): Step {
  return {
    kind: 'nudge',
    nudge: 'quiet-long',
    afterMs: 0,
    waitMs: Math.round(LAST_LOOK * options.patienceMs),
    blankLine: false,
  };
}

/** Looks inside TLS. A handshake that failed is tried once more without an offer; null where there is nothing more to try. */
export function lookInside(evidence: Evidence, { inside, options }: Plan): Step | null {
  const [first, second] = evidence.inside;
  const isRetry = first !== undefined && first.shown === null && second === undefined && first.step.offer.length > 0;
  if (!options.identify || (first && !isRetry)) return null;
  const greetingMs = inside.isUsual && inside.protocol !== null ? 0 : options.nudgeAfterMs;
  const waitMs = REQUEST_WAIT_MS + roundTrips(evidence) + (inside.protocol === null ? greetingMs : 0);
  const offer = isRetry ? [] : inside.offer;
  return { kind: 'inside', offer, protocol: inside.protocol, afterMs: greetingMs, waitMs };
}

/** Asks in a protocol's own words. */
export function question(protocol: string, evidence: Evidence, plan: Plan): Step {
  return { kind: 'ask', protocol, afterMs: 0, waitMs: askWaitMs(protocol, evidence, plan) };
}

/** A proxy that speaks HTTP for a slow server answers when the server does. */
function askWaitMs(protocol: string, evidence: Evidence, plan: Plan): number {
  if (protocol !== 'http') return ASK_WAIT_MS + roundTrips(evidence);
  const isProxied = evidence.nudged.some(({ reply }) => reply?.kind === 'proxy');
  return isProxied ? plan.options.patienceMs : REQUEST_WAIT_MS + roundTrips(evidence);
}

/** Far away, everything takes longer. */
function roundTrips({ listened }: Evidence): number {
  return 'openedMs' in listened.outcome ? Math.ceil(4 * listened.outcome.openedMs) : 0;
}
