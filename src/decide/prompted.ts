import type { Probe } from '../model/probe.ts';
import type { Confidence } from '../model/verdict.ts';
import type { Evidence, Leg } from './evidence.ts';
import { isBrokenOff, type Spoke } from './outcome.ts';
import type { ProxyAnswer } from './proxy-answer.ts';
import { weighUnknown } from './weigh-unknown.ts';

/** What speaking to the server brought, over all connections on which we spoke: the column of the judge's table. */
export type Prompted =
  | {
      readonly kind: 'greeted';
      readonly spoke: Spoke;
      readonly probe: Probe | null;
      readonly version: string | null;
      readonly confidence: Confidence;
    }
  | {
      readonly kind: 'answered';
      readonly to: 'nudge' | 'blank-line' | 'opening';
      readonly probe: Probe | null;
      readonly version: string | null;
      readonly confidence: Confidence;
    }
  /** A proxy answered in HTTP by itself, and nothing else ever did. */
  | { readonly kind: 'proxied'; readonly answer: ProxyAnswer }
  | { readonly kind: 'scolded'; readonly probe: Probe }
  /** Something unknown came after the nudge; more connections must tell what it is. */
  | { readonly kind: 'undecided'; readonly spoke: Spoke }
  | { readonly kind: 'silent' }
  | { readonly kind: 'hung-up'; readonly atMs: number }
  | { readonly kind: 'reset'; readonly atMs: number }
  /** Nothing was ever said. */
  | { readonly kind: 'unasked' };

type Spoken = Leg<'nudge'> | Leg<'ask'>;

/** Sums up what speaking brought, the strongest evidence first. */
export function promptedIn(evidence: Evidence): Prompted {
  const legs: readonly Spoken[] = [...evidence.nudged, ...evidence.asked].filter(
    (leg) => !isWrongTongue(leg, evidence),
  );
  return (
    greetedIn(legs) ??
    answeredIn(legs, (probe) => probe !== null) ??
    weighed(evidence) ??
    scoldedIn(legs) ??
    (evidence.nudged.length > 0 ? answeredIn(legs, () => true) : null) ??
    proxiedIn(evidence) ??
    brokenOff(evidence.nudged) ?? { kind: legs.length === 0 ? 'unasked' : 'silent' }
  );
}

/** A proxy that lets only TLS through hands our ClientHello to a web server, which complains about it in HTTP. */
function isWrongTongue({ step, reply }: Spoken, { asked }: Evidence): boolean {
  if (step.kind !== 'ask' || step.protocol !== 'tls' || reply?.kind !== 'answer' || reply.probe?.name !== 'http')
    return false;
  return asked.some((leg) => leg.step.protocol === 'http' && isBrokenOff(leg.outcome));
}

/**
 * Plaintext is broken off and TLS is answered: a server that wants TLS, or a strict sidecar before one that does not. Only the
 * certificate tells.
 */
export function isOnlyTls(prompted: Prompted, { nudged }: Evidence): boolean {
  return prompted.kind === 'answered' && prompted.probe?.name === 'tls' && brokenOff(nudged) !== null;
}

function greetedIn(legs: readonly Spoken[]): Prompted | null {
  for (const { outcome, reply } of legs) {
    if (outcome.kind !== 'spoke' || reply?.kind !== 'greeting' || outcome.promptedBy === null) continue;
    return { kind: 'greeted', spoke: outcome, probe: reply.probe, version: reply.version, confidence: 'certain' };
  }
  return null;
}

function answeredIn(legs: readonly Spoken[], wanted: (probe: Probe | null) => boolean): Prompted | null {
  for (const { outcome, reply } of legs) {
    if (outcome.kind !== 'spoke' || reply === null || outcome.promptedBy === null) continue;
    const to = outcome.promptedBy === 'goodbye' ? 'opening' : outcome.promptedBy;
    if (reply.kind === 'answer' && wanted(reply.probe)) {
      const confidence = reply.probe ? 'certain' : 'likely';
      return { kind: 'answered', to, probe: reply.probe, version: reply.version, confidence };
    }
    if (reply.kind === 'unknown' && to !== 'nudge' && wanted(null)) {
      return { kind: 'answered', to, probe: null, version: null, confidence: 'possible' };
    }
  }
  return null;
}

function weighed(evidence: Evidence): Prompted | null {
  const weighing = weighUnknown(evidence.nudged);
  switch (weighing.kind) {
    case 'nothing-unknown':
      return null;
    case 'undecided':
      return { kind: 'undecided', spoke: weighing.spoke };
    case 'greeting':
      return { kind: 'greeted', spoke: weighing.spoke, probe: null, version: null, confidence: weighing.confidence };
    case 'answer':
      return { kind: 'answered', to: 'nudge', probe: null, version: null, confidence: weighing.confidence };
    default:
      return weighing satisfies never;
  }
}

function scoldedIn(legs: readonly Spoken[]): Prompted | null {
  for (const { reply } of legs) if (reply?.kind === 'scolding') return { kind: 'scolded', probe: reply.probe };
  return null;
}

/** The answer to a well-formed request says more than the one to a nudge: it tells what became of the server behind. */
function proxiedIn({ nudged, asked }: Evidence): Prompted | null {
  for (const { reply } of [...asked, ...nudged]) {
    if (reply?.kind === 'proxy') return { kind: 'proxied', answer: reply.answer };
  }
  return null;
}

function brokenOff(nudged: readonly Leg<'nudge'>[]): Prompted | null {
  for (const { outcome } of nudged) {
    if (isBrokenOff(outcome)) return { kind: outcome.kind, atMs: outcome.atMs };
  }
  return null;
}
