import type { Evidence } from '../decide/evidence.ts';
import type { Reached, Spoke } from '../decide/outcome.ts';
import { isOnlyTls, type Prompted, promptedIn } from '../decide/prompted.ts';
import { silenceOf } from '../decide/promptness.ts';
import { WEIGHING_NUDGES } from '../decide/weigh-unknown.ts';
import { MARGIN_MS } from './compare.ts';
import { connect, DONE, identify, type Next, type Standing, whenHeard } from './next.ts';
import type { Plan } from './plan.ts';
import { firstNudge, isLookedAtTwice, lastLook, politeNudge, question, secondLook, weighingNudge } from './steps.ts';

type Silence = Exclude<Reached, Spoke>;

/** A reset can overtake a greeting (measured: 5 of 40 where a server greets and closes at once), so it is tried again. */
const NUDGES_MAX = 3;

/** How many names are tried on a server that is known to answer. */
const NAMES_MAX = 2;

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
      if (isOnlyTls(prompted, evidence)) return identify(standing, plan);
      return plan.usual.some((probe) => probe === prompted.probe) ? DONE : name(evidence, plan);
    case 'proxied':
    case 'silent':
      return askOn(standing, plan);
    case 'hung-up':
    case 'reset':
      return evidence.nudged.length < NUDGES_MAX ? connect(firstNudge(evidence)) : askOn(standing, plan);
    case 'scolded':
      return whenHeard(standing);
    default:
      return prompted satisfies never;
  }
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

/** It answers, but not as what the user named or is usual on this port: those are asked for, and nobody else. */
function name(evidence: Evidence, plan: Plan): Next {
  const asked = new Set(evidence.asked.map(({ step }) => step.protocol));
  const next = plan.usual.slice(0, NAMES_MAX).find((probe) => !asked.has(probe.name));
  return next ? connect(question(next.name, evidence, plan)) : DONE;
}

/** Nothing known has answered yet: ask in other tongues, then look once more for a greeting that takes its time. */
function askOn(standing: Standing, plan: Plan): Next {
  const { evidence } = standing;
  if (plan.expectsGreeting && isLastLookDue(evidence)) return connect(lastLook(plan));
  const asked = new Set(evidence.asked.map(({ step }) => step.protocol));
  const next = plan.ladder.find((probe) => !asked.has(probe.name));
  if (next) return connect(question(next.name, evidence, plan));
  return isLastLookDue(evidence) ? connect(lastLook(plan)) : identify(standing, plan);
}

/** A greeting may take longer behind a proxy than a short nudge was given. Not where the nudge was answered by a close. */
function isLastLookDue({ nudged }: Evidence): boolean {
  return nudged.every(({ step, outcome }) => outcome.kind === 'silent' && step.nudge !== 'quiet-long');
}
