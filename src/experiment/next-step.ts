import type { Evidence } from '../decide/evidence.ts';
import { compareLate, silenceOf } from '../decide/lateness.ts';
import type { Reached, Spoke } from '../decide/outcome.ts';
import { isOnlyTls, type Prompted, promptedIn } from '../decide/prompted.ts';
import { settledAlone } from '../decide/settled-alone.ts';
import { WEIGHING_NUDGES } from '../decide/weigh-unknown.ts';
import { nextOffer } from '../mesh/offers.ts';
import type { Probe } from '../model/probe.ts';
import type { Step } from '../model/transcript.ts';
import type { Plan } from './plan.ts';

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

/** How long a nudge is waited for, its blank line and what may follow that included. */
const NUDGE_WAIT_MS = 700;

/** How long a protocol's opening is given for an answer. A web page may have to be made first. */
const ASK_WAIT_MS = 400;
const REQUEST_WAIT_MS = 1_000;

/** How many names are tried on a server that is known to answer. */
const NAMES_MAX = 2;

/** How often a connection that is not accepted yet is looked at. */
const ACCEPT_LOOK_MS = 100;

/** How much of the patience the last look gets, for a greeting that is slow and held back too. */
const LAST_LOOK = 0.6;

/** How long a handshake is waited for. */
const IDENTIFY_WAIT_MS = 1_000;

/** Bytes that come with the connect slip past Envoy's HTTP inspector in 1 to 10 % of tries (measured with 1.40); a moment later, never. */
const WEIGH_AFTER_MS = 20;

/** The second look: this much silence before the nudge, in which a server that was only slow would greet. */
const GATE_MS = 300;

/** What takes less may be load, and is compared twice. */
const HICCUP_MAX_MS = 1_000;

/** What a second look is allowed beyond what the first one took. */
const MARGIN_MS = 1_000;

/** A reset can overtake a greeting (measured: 5 of 40 where a server greets and closes at once), so it is tried again. */
const NUDGES_MAX = 3;

/** Chooses the next connection by what was heard so far. It never speaks to the prompt or the unreachable. */
export function nextStep(standing: Standing, plan: Plan): Next {
  const { listened } = standing.evidence;
  if (listened.outcome.kind === 'pending')
    return { kind: 'listen-on', untilMs: Math.max(plan.options.nudgeAfterMs, standing.elapsedMs + ACCEPT_LOOK_MS) };
  if (settledAlone(listened)) return whenHeard(standing);
  if (!plan.options.nudge) return whenHeard(standing);
  const outcome = listened.outcome as Reached;
  if (outcome.kind === 'spoke') return compare(outcome, standing, plan);
  const isEarly = standing.isListening && standing.elapsedMs < plan.options.nudgeAfterMs;
  return isEarly ? { kind: 'listen-on', untilMs: plan.options.nudgeAfterMs } : explore(outcome, standing, plan);
}

const LISTEN_ON: Next = { kind: 'listen-on', untilMs: null };
const DONE: Next = { kind: 'done' };

/** Lets the first connection come to its end: its fate belongs to the evidence. */
function whenHeard({ isListening }: Standing): Next {
  return isListening ? LISTEN_ON : DONE;
}

function connect(...steps: readonly Step[]): Next {
  return { kind: 'connect', steps };
}

/**
 * The greeting came late: is it so with a nudge too, and is it so again? Silence and nudge are tried at the same moment, so that
 * load, here or there, makes both late.
 */
function compare(late: Spoke, standing: Standing, plan: Plan): Next {
  const { evidence } = standing;
  const silentMs = late.firstByteMs - late.openedMs;
  const pairsWanted = silentMs < HICCUP_MAX_MS ? 2 : 1;
  const isHeld = !isCompared(evidence) || compareLate(late, evidence).kind === 'held';
  if (isHeld && !isGated(evidence) && evidence.again.length < pairsWanted) {
    const waitMs = Math.ceil(silentMs) + MARGIN_MS;
    return connect({ kind: 'listen', waitMs }, wordsFor(listenedProbe(evidence), 0, waitMs));
  }
  return isHeld ? identify(standing, plan) : whenHeard(standing);
}

function isCompared({ again, nudged, asked }: Evidence): boolean {
  return again.length > 0 || isGated({ nudged, asked });
}

/** A greeting was freed while the first connection was still silent, and not before the words that freed it: that is a comparison too. */
function isGated({ nudged, asked }: Pick<Evidence, 'nudged' | 'asked'>): boolean {
  return [...nudged, ...asked].some(({ step }) => step.afterMs >= GATE_MS);
}

function listenedProbe({ listened }: Evidence): Probe | null {
  return listened.reply?.kind === 'greeting' ? listened.reply.probe : null;
}

/** What to say to free a greeting: the protocol's own opening where it is known to be taken well, else the quiet nudge. */
function wordsFor(probe: Probe | null, afterMs: number, waitMs: number): Step {
  return probe?.speaksFirst === 'server' && probe.opening !== undefined
    ? { kind: 'ask', protocol: probe.name, afterMs, waitMs }
    : { kind: 'nudge', nudge: 'quiet', afterMs, waitMs, blankLine: false };
}

/** Silence got nothing, so far or for good: what do words get? */
function explore(silent: Exclude<Reached, Spoke>, standing: Standing, plan: Plan): Next {
  const { evidence } = standing;
  const prompted = promptedIn(evidence);
  if (evidence.nudged.length === 0 && !isNamed(prompted)) {
    const isPolite = plan.polite !== null && evidence.asked.length === 0;
    return connect(isPolite ? wordsFor(plan.polite, 0, NUDGE_WAIT_MS + roundTrips(evidence)) : quietNudge(standing));
  }
  switch (prompted.kind) {
    case 'unasked':
      return connect(quietNudge(standing));
    case 'greeted':
      return confirm(silent, prompted, standing, plan);
    case 'undecided':
      return weigh(prompted.spoke, standing);
    case 'answered':
      if (isOnlyTls(prompted, standing.evidence)) return identify(standing, plan);
      return plan.usual.some((probe) => probe === prompted.probe) ? DONE : name(standing, plan);
    case 'proxied':
      return askOn(standing, plan);
    case 'scolded':
      return whenHeard(standing);
    case 'hung-up':
    case 'reset':
      return standing.evidence.nudged.length < NUDGES_MAX ? connect(quietNudge(standing)) : askOn(standing, plan);
    case 'silent':
      return askOn(standing, plan);
    default:
      return prompted satisfies never;
  }
}

/** The catalogue knows who spoke. */
function isNamed(prompted: Prompted): boolean {
  return (prompted.kind === 'greeted' || prompted.kind === 'answered') && prompted.probe !== null;
}

function quietNudge({ evidence }: Standing): Step {
  return { kind: 'nudge', nudge: 'quiet', afterMs: 0, waitMs: NUDGE_WAIT_MS + roundTrips(evidence), blankLine: true };
}

/** Far away, everything takes longer. */
function roundTrips({ listened }: Evidence): number {
  return 'openedMs' in listened.outcome ? Math.ceil(4 * listened.outcome.openedMs) : 0;
}

/** A greeting was freed. Look twice, and let silence have the time it took. */
function confirm(
  silent: Exclude<Reached, Spoke>,
  { spoke, probe }: Extract<Prompted, { kind: 'greeted' }>,
  standing: Standing,
  plan: Plan,
): Next {
  const { evidence } = standing;
  const waitMs = Math.ceil(spoke.sinceSpokenToMs) + MARGIN_MS;
  if (!isGated(evidence) && spoke.sinceSpokenToMs < MARGIN_MS) return connect(wordsFor(probe, GATE_MS, waitMs));
  if (silent.kind !== 'silent' && evidence.again.length === 0) {
    return connect({
      kind: 'listen',
      waitMs: Math.min(plan.options.patienceMs, Math.ceil(silenceOf(silent)) + MARGIN_MS),
    });
  }
  return identify(standing, plan);
}

/** Bytes that nobody knows: does the same come for other nudges, and does anything wait for more of them? */
function weigh(spoke: Spoke, { evidence }: Standing): Next {
  const sent = new Set(evidence.nudged.map(({ step }) => step.nudge));
  const nudge = WEIGHING_NUDGES.find((name) => !sent.has(name)) ?? 'quiet';
  const waitMs = Math.ceil(spoke.sinceSpokenToMs) + ASK_WAIT_MS;
  return connect({ kind: 'nudge', nudge, afterMs: WEIGH_AFTER_MS, waitMs, blankLine: false });
}

/** It answers, but not as what the user named or is usual on this port: those are asked for, and nobody else. */
function name(standing: Standing, plan: Plan): Next {
  const asked = new Set(standing.evidence.asked.map(({ step }) => step.protocol));
  const next = plan.usual.slice(0, NAMES_MAX).find((probe) => !asked.has(probe.name));
  return next
    ? connect({ kind: 'ask', protocol: next.name, afterMs: 0, waitMs: askWaitMs(next.name, standing, plan) })
    : DONE;
}

/** Nothing known has answered yet: ask in other tongues, then look once more for a greeting that takes its time. */
function askOn(standing: Standing, plan: Plan): Next {
  const { evidence } = standing;
  const lookLong = longLook(standing, plan);
  if (plan.expectsGreeting && lookLong) return lookLong;
  const asked = new Set(evidence.asked.map(({ step }) => step.protocol));
  const next = plan.ladder.find((probe) => !asked.has(probe.name));
  if (next)
    return connect({ kind: 'ask', protocol: next.name, afterMs: 0, waitMs: askWaitMs(next.name, standing, plan) });
  return lookLong ?? identify(standing, plan);
}

/** A proxy that speaks HTTP for a slow server answers when the server does. */
function askWaitMs(protocol: string, { evidence }: Standing, plan: Plan): number {
  if (protocol !== 'http') return ASK_WAIT_MS + roundTrips(evidence);
  const isProxied = evidence.nudged.some(({ reply }) => reply?.kind === 'proxy');
  return isProxied ? plan.options.patienceMs : REQUEST_WAIT_MS + roundTrips(evidence);
}

/** A greeting may take longer behind a proxy than a short nudge was given. Not where the nudge was answered by a close. */
function longLook({ evidence }: Standing, plan: Plan): Next | null {
  const isSilent = evidence.nudged.every(({ outcome }) => outcome.kind === 'silent');
  const hasLooked = evidence.nudged.some(({ step }) => step.nudge === 'quiet-long');
  if (!isSilent || hasLooked) return null;
  return connect({
    kind: 'nudge',
    nudge: 'quiet-long',
    afterMs: 0,
    waitMs: LAST_LOOK * plan.options.patienceMs,
    blankLine: false,
  });
}

/** Only here, after a stall, a late greeting or an unexplained close, is anything sent to find out whose proxy it is. */
function identify(standing: Standing, plan: Plan): Next {
  const isMute = promptedIn(standing.evidence).kind === 'silent' && standing.evidence.listened.outcome.kind !== 'reset';
  if (!plan.options.identify || isMute) return whenHeard(standing);
  const offer = nextOffer(standing.evidence.identified);
  return offer ? connect({ kind: 'identify', offer, waitMs: IDENTIFY_WAIT_MS }) : whenHeard(standing);
}
