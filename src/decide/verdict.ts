import type { MeshIdentity } from '../model/mesh.ts';
import type { Confidence, Judgement } from '../model/verdict.ts';
import type { Evidence } from './evidence.ts';
import { isMeshInside } from './inside.ts';
import { compareLate } from './lateness.ts';
import { endOf, type Reached, type Spoke } from './outcome.ts';
import { isOnlyTls, type Prompted, promptedIn } from './prompted.ts';
import { isPrompt, latenessOf, SLOW_MS, silenceOf } from './promptness.ts';
import { judgeProxied } from './proxied.ts';
import { settledAlone } from './settled-alone.ts';
import { heldBack, PUNISHING, stalledByClose, stalledInSilence } from './stalled.ts';

type Row = Reached['kind'];
type Column = Exclude<Prompted['kind'], 'undecided'>;
type Of<Union, K> = Extract<Union, { kind: K }>;
type Rule<R extends Row, C extends Column> = (
  silent: Of<Reached, R>,
  spokenTo: Of<Prompted, C>,
  evidence: Evidence,
) => Judgement;
type Table = { readonly [R in Row]: { readonly [C in Column]: Rule<R, C> } };

/** By FIN or by RST: a connection that was ended before a byte came tells the same. */
const ENDED_IN_SILENCE: Table['hung-up'] & Table['reset'] = {
  greeted: stalledByClose,
  answered: healthy,
  proxied: judgeProxied,
  scolded: (ended, scolded, evidence) =>
    heldBack(silenceOf(ended), endOf(ended), evidence) ?? closed(ended, scolded, evidence),
  silent: closed,
  'hung-up': closed,
  reset: closed,
  unasked: closed,
};

/** Row: what silence got. Column: what speaking got. No cell can be forgotten. */
const TABLE: Table = {
  spoke: {
    greeted: lateGreeting,
    answered: lateGreeting,
    proxied: lateGreeting,
    scolded: lateGreeting,
    silent: lateGreeting,
    'hung-up': lateGreeting,
    reset: lateGreeting,
    unasked: lateGreeting,
  },
  silent: {
    greeted: stalledInSilence,
    answered: healthy,
    proxied: judgeProxied,
    scolded: (silent, _scolded, evidence) => heldBack(silenceOf(silent), 'silence', evidence) ?? PUNISHING,
    silent: mute,
    'hung-up': closedAfterWords,
    reset: closedAfterWords,
    unasked: (silent) => ({ ...mute(silent), confidence: 'possible' }),
  },
  'hung-up': ENDED_IN_SILENCE,
  reset: ENDED_IN_SILENCE,
};

/** Judges one endpoint by what its connections brought. */
export function judge(evidence: Evidence, mesh: MeshIdentity | null): Judgement {
  const alone = settledAlone(evidence.listened);
  if (alone) return alone;
  const silent = evidence.listened.outcome as Reached;
  const prompted = promptedIn(evidence);
  return withMesh(cell(silent, decided(prompted), evidence), prompted, evidence, mesh);
}

/** The one cast: a row and a column that are taken from the values themselves fit the rule of their cell. */
function cell(silent: Reached, spokenTo: Exclude<Prompted, { kind: 'undecided' }>, evidence: Evidence): Judgement {
  const rule = TABLE[silent.kind][spokenTo.kind] as Rule<Row, Column>;
  return rule(silent as never, spokenTo as never, evidence);
}

/** Where the connections that would tell were never made, an unknown reply counts as a greeting, but only just. */
function decided(prompted: Prompted): Exclude<Prompted, { kind: 'undecided' }> {
  if (prompted.kind !== 'undecided') return prompted;
  return { kind: 'greeted', spoke: prompted.spoke, probe: null, version: null, confidence: 'possible' };
}

function lateGreeting(late: Spoke, spokenTo: Prompted, evidence: Evidence): Judgement {
  const { firstByteMs } = late;
  const orSlow = (bearableMs: number, confidence: Confidence, reason: Of<Judgement, 'slow'>['reason']): Judgement =>
    latenessOf(late) - late.lagMs < bearableMs
      ? { kind: 'server-first', confidence: 'likely', firstByteMs }
      : { kind: 'slow', confidence, firstByteMs, reason };
  if (spokenTo.kind === 'unasked') return orSlow(SLOW_MS, 'possible', 'late-in-silence');
  const comparison = compareLate(late, evidence);
  switch (comparison.kind) {
    case 'held':
      return { ...comparison, kind: 'delayed', confidence: isTwice(evidence) ? 'certain' : 'likely' };
    case 'late-once':
      return orSlow(4 * SLOW_MS, 'likely', comparison.kind);
    case 'late-either-way':
      return orSlow(SLOW_MS, 'likely', comparison.kind);
    case 'punishes-early-talk':
      return orSlow(SLOW_MS, 'certain', comparison.kind);
    default:
      return comparison satisfies never;
  }
}

/** Silence was tried again, or kept up before a later nudge. */
function isTwice({ again, nudged, asked }: Evidence): boolean {
  return again.length > 0 || [...nudged, ...asked].some(({ step }) => step.afterMs > 0);
}

function healthy(_silent: Reached, answered: Of<Prompted, 'answered'>): Judgement {
  const isHandshake = answered.probe?.name === 'tls' && answered.to === 'opening';
  return { kind: 'healthy', confidence: answered.confidence, answeredTo: isHandshake ? 'handshake' : answered.to };
}

function mute(silent: Of<Reached, 'silent'>): Judgement {
  return { kind: 'mute', confidence: 'likely', silentMs: silenceOf(silent) };
}

function closedAfterWords(_silent: Reached, broken: Of<Prompted, 'hung-up' | 'reset'>): Judgement {
  return { kind: 'closed', confidence: 'likely', how: endOf(broken), afterMs: broken.atMs, nudged: true };
}

function closed(ended: Of<Reached, 'hung-up' | 'reset'>, _spokenTo: Prompted, { again }: Evidence): Judgement {
  const greeted = again.some(({ outcome }) => outcome.kind === 'spoke' && isPrompt(outcome));
  if (greeted) return { kind: 'inconsistent', confidence: 'certain', seen: ['closed', 'server-first'] };
  return { kind: 'closed', confidence: 'certain', how: endOf(ended), afterMs: ended.atMs, nudged: false };
}

/** What a mesh identity adds: who closed the connection, and that no plaintext was ever going to get through. */
function withMesh(judgement: Judgement, prompted: Prompted, evidence: Evidence, mesh: MeshIdentity | null): Judgement {
  const isOpenQuestion = judgement.kind === 'closed' || isOnlyTls(prompted, evidence) || isMeshInside(evidence);
  if (!isOpenQuestion || !mesh?.identity) return judgement;
  const { confidence, identity } = mesh;
  if (mesh.posture === 'strict') return { kind: 'mtls-required', confidence, identity };
  // Only where words were broken off is nobody there: a sidecar that tires of silence closes for a server that is well.
  const isBrokenOff = prompted.kind === 'hung-up' || prompted.kind === 'reset';
  if (isBrokenOff && mesh.posture === 'permissive') {
    return { kind: 'intercepted', confidence: 'likely', by: 'sidecar', proxyStatus: null };
  }
  return judgement;
}
