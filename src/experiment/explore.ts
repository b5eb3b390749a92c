import type { Evidence } from '../decide/evidence.ts';
import type { Reached, Spoke } from '../decide/outcome.ts';
import { type Prompted, promptedIn } from '../decide/prompted.ts';
import { silenceOf } from '../decide/promptness.ts';
import { weighScolding } from '../decide/weigh-scolding.ts';
import { WEIGHING_NUDGES } from '../decide/weigh-unknown.ts';
import { readIdentity } from '../mesh/identify.ts';
import type { Probe } from '../model/probe.ts';
import { MARGIN_MS } from './compare.ts';
import { connect, identify, type Next, type Standing, whenHeard } from './next.ts';
import type { Plan } from './plan.ts';
import { recognise } from './recognise.ts';
import { firstNudge, isLookedAtTwice, lastLook, politeNudge, question, secondLook, weighingNudge } from './steps.ts';

type Silence = Exclude<Reached, Spoke>;

/** A reset can overtake a greeting (measured: 5 of 40 where a server greets and closes at once), so it is tried again. */
const NUDGES_MAX = 3;

/** Beyond the patience, how long an endpoint may be asked: nearby all questions take less, and far away not all are worth their wait. */
const ASKING_MAX_MS = 6_000;

/** Silence got nothing, so far or for good: what do words get? */
export function explore(silent: Silence, standing: Standing, plan: Plan): Next {
  const { evidence } = standing;
  const prompted = promptedIn(evidence);
  if (evidence.nudged.length === 0 && !isNamed(prompted)) return begin(evidence, plan);
  switch (prompted.kind) {
    case 'unasked':
      return begin(evidence, plan);
    case 'greeted':
      return confirm(silent, prompted, standing, plan);
    case 'undecided':
      return weigh(prompted.spoke, evidence);
    case 'answered':
      return recognise(prompted, standing, plan);
    case 'proxied':
    case 'silent':
      return askOn(standing, plan);
    case 'hung-up':
    case 'reset': {
      const isNudgedEnough = evidence.nudged.length >= NUDGES_MAX || unaskedClientFirst(evidence, plan);
      if (!isNudgedEnough) return connect(firstNudge(evidence));
      return plan.polite === null ? askOn(standing, plan) : beforeAsking(standing, plan);
    }
    case 'scolded':
      return weighScolded(standing, plan);
    default:
      return prompted satisfies never;
  }
}

/** Each question in another tongue may count against us here: whose proxy it is comes first, and may be all there is to know. */
function beforeAsking(standing: Standing, plan: Plan): Next {
  const next = identify(standing, plan);
  if (next.kind === 'connect') return next;
  const isStrict = readIdentity(standing.evidence.identified)?.posture === 'strict';
  return isStrict ? whenHeard(standing) : askOn(standing, plan);
}

/** Who is usual here waits for its client's own words, and may well have closed on ours. */
function unaskedClientFirst({ asked }: Evidence, { usual }: Plan): boolean {
  return usual.some(
    ({ name, speaksFirst }) => speaksFirst === 'client' && asked.every(({ step }) => step.protocol !== name),
  );
}

/** The catalogue knows who spoke. */
function isNamed(prompted: Prompted): boolean {
  return (prompted.kind === 'greeted' || prompted.kind === 'answered') && prompted.probe !== null;
}

function begin(evidence: Evidence, plan: Plan): Next {
  const isPolite = plan.polite !== null && evidence.asked.length === 0;
  return connect(isPolite && plan.polite ? politeNudge(plan.polite, evidence) : firstNudge(evidence));
}

/** A greeting was freed. Look twice, and let silence have the time it took. */
function confirm(
  silent: Silence,
  { spoke, probe }: Extract<Prompted, { kind: 'greeted' }>,
  standing: Standing,
  plan: Plan,
): Next {
  const { evidence } = standing;
  const tookMs = spoke.sinceSpokenToMs;
  if (!isLookedAtTwice(evidence) && tookMs < MARGIN_MS)
    return connect(secondLook(probe, Math.ceil(tookMs) + MARGIN_MS));
  if (silent.kind !== 'silent' && evidence.again.length === 0) {
    const waitMs = Math.min(plan.options.patienceMs, Math.ceil(silenceOf(silent)) + MARGIN_MS);
    return connect({ kind: 'listen', waitMs });
  }
  return identify(standing, plan);
}

/** Bytes that nobody knows: does the same come for other nudges, and does anything wait for more of them? */
function weigh(spoke: Spoke, { nudged }: Evidence): Next {
  const sent = new Set(nudged.map(({ step }) => step.nudge));
  const nudge = WEIGHING_NUDGES.find((candidate) => !sent.has(candidate)) ?? 'quiet';
  return connect(weighingNudge(nudge, spoke.sinceSpokenToMs));
}

/** It minds early words. Does it mind each, or has a proxy kept some from it? */
function weighScolded(standing: Standing, plan: Plan): Next {
  const { nudged } = standing.evidence;
  const scolding = weighScolding(nudged);
  if (scolding?.kind === 'held') return identify(standing, plan);
  if (scolding?.kind !== 'undecided') return whenHeard(standing);
  const isSent = nudged.some(({ step }) => step.nudge === 'one-letter');
  return connect(weighingNudge(isSent ? 'one-tls-byte' : 'one-letter', scolding.spoke.sinceSpokenToMs));
}

/** Nothing known has answered yet: ask in other tongues, then look once more for a greeting that takes its time. */
function askOn(standing: Standing, plan: Plan): Next {
  const { evidence } = standing;
  if (plan.expectsGreeting && isLastLookDue(evidence)) return connect(lastLook(plan));
  const asked = new Set(evidence.asked.map(({ step }) => step.protocol));
  const isTimeLeft = standing.elapsedMs < plan.options.patienceMs + ASKING_MAX_MS;
  const next = isTimeLeft ? plan.ladder.find((probe) => !asked.has(probe.name)) : undefined;
  if (next) return connect(question(next.name, evidence, plan));
  if (isLastLookDue(evidence)) return connect(lastLook(plan));
  const alone = standing.isListening ? undefined : usualAskedOnce(evidence, plan);
  return alone ? connect(question(alone.name, evidence, plan)) : identify(standing, plan);
}

/** A server that serves one client at a time was kept busy by our own silent connection: who is usual here is asked again without it. */
function usualAskedOnce({ asked }: Evidence, { usual }: Plan): Probe | undefined {
  const [first] = usual;
  return asked.filter(({ step }) => step.protocol === first?.name).length === 1 ? first : undefined;
}

/** A greeting may take longer behind a proxy than a short nudge was given. Not where the nudge was answered by a close. */
function isLastLookDue({ nudged }: Evidence): boolean {
  return nudged.every(({ step, outcome }) => outcome.kind === 'silent' && step.nudge !== 'quiet-long');
}
