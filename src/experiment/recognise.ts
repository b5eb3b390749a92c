import type { Evidence } from '../decide/evidence.ts';
import { isMeshInside } from '../decide/inside.ts';
import { isOnlyTls, type Prompted } from '../decide/prompted.ts';
import { readIdentity } from '../mesh/identify.ts';
import type { Probe } from '../model/probe.ts';
import { connect, DONE, identify, type Next, type Standing } from './next.ts';
import type { Plan } from './plan.ts';
import { lookInside, question } from './steps.ts';

/** How many names are tried on a server that is known to answer. */
const NAMES_MAX = 2;

/** It answers. As whom? TLS is a wrapper, and where only TLS gets through, it may be a sidecar's. */
export function recognise(answered: Extract<Prompted, { kind: 'answered' }>, standing: Standing, plan: Plan): Next {
  const { evidence } = standing;
  if (isOnlyTls(answered, evidence)) {
    const next = identify(standing, plan);
    if (next.kind === 'connect' || readIdentity(evidence.identified)?.posture === 'strict') return next;
  }
  const inside = speaksTls(evidence) ? lookInside(evidence, plan) : null;
  if (inside) return connect(inside);
  if (isMeshInside(evidence)) return identify(standing, plan);
  if (answered.probe && hasVersionToTell(answered.probe, answered.version, evidence)) {
    return connect(question(answered.probe.name, evidence, plan));
  }
  return plan.usual.some((probe) => probe === answered.probe) ? DONE : name(evidence, plan);
}

/** It was known by how it takes a nudge, and tells its version to whoever asks in its own words. */
function hasVersionToTell(
  { name, opening, answers = [] }: Probe,
  version: string | null,
  { asked }: Evidence,
): boolean {
  if (version !== null || opening === undefined || asked.some(({ step }) => step.protocol === name)) return false;
  return answers.some(({ source }) => source.includes('(?<version>'));
}

function speaksTls({ nudged, asked }: Evidence): boolean {
  return [...nudged, ...asked].some(({ reply }) => reply?.kind === 'answer' && reply.probe?.name === 'tls');
}

/** It answers, but not as what the user named or is usual on this port: those are asked for, and nobody else. */
function name(evidence: Evidence, plan: Plan): Next {
  const asked = new Set(evidence.asked.map(({ step }) => step.protocol));
  const next = plan.usual.slice(0, NAMES_MAX).find((probe) => !asked.has(probe.name));
  return next ? connect(question(next.name, evidence, plan)) : DONE;
}
