import type { Cause, Measurement } from '../model/finding.ts';
import type { Confidence, Judgement, VerdictKind } from '../model/verdict.ts';
import type { OwnPath, OwnProxy, Passage } from '../model/whereabouts.ts';

/** What our own proxy has to do with one endpoint. */
export interface OwnView {
  readonly proxy: OwnProxy;
  readonly path: OwnPath;
  readonly passage: Passage;
}

/** Whether our own proxy may be behind such a finding: only then is it worth looking for it. */
export function mayBeOwn({ judgement }: Measurement): boolean {
  if (judgement.kind === 'misdeclared') return judgement.proxyStatus !== null;
  return BLAMES[judgement.kind] !== undefined;
}

/** Whether a connection to this address never meets our own proxy: the redirection leaves alone what stays on this machine. */
export function bypasses(address: string, ownAddresses: readonly string[]): boolean {
  return /^(?:::ffff:)?127\./.test(address) || address === '::1' || ownAddresses.includes(address);
}

/**
 * The same measurement, with our own sidecar as the cause where it is the one. It comes first on the way: what it holds has not
 * been dialled yet, so nothing is known of proxies behind it. It is left out where it would have done something else than was seen.
 */
export function withOwnSidecar(measurement: Measurement, view: OwnView): Measurement {
  if (view.passage === 'direct') return measurement;
  // The one cast: a judgement fits the rule of its own kind.
  const blame = BLAMES[measurement.judgement.kind] as Rule<VerdictKind> | undefined;
  const blamed = blame?.(measurement.judgement as never, view, measurement);
  if (!blamed) return measurement;
  const { judgement = measurement.judgement, confidence } = blamed;
  return { ...measurement, judgement, cause: causeBy(view, confidence, measurement.cause) };
}

interface Blamed {
  readonly confidence: Confidence;
  readonly judgement?: Judgement;
}

type Of<K extends VerdictKind> = Extract<Judgement, { kind: K }>;
type Rule<K extends VerdictKind> = (judgement: Of<K>, view: OwnView, measurement: Measurement) => Blamed | null;

const BLAMES: { readonly [K in VerdictKind]?: Rule<K> } = {
  stalled: heldInSilence,
  delayed: heldUntilTimeout,
  misdeclared: answeredByItself,
  intercepted: answeredForNobody,
  closed: acceptedForNobody,
};

/** How far measured times and set ones lie apart: timers of a busy proxy are late. */
const TOLERANCE_MS = 250;

/** It waits without end, or for longer than we did; or it ended the silence when its time was up. */
function heldInSilence({ silentMs, silenceEndedBy }: Of<'stalled'>, { path, ...view }: OwnView): Blamed | null {
  if (path.inspectors.length === 0) return null;
  if (silenceEndedBy !== 'silence') {
    return isClosedBy(path, silentMs) ? { confidence: confidenceOf(view) } : null;
  }
  const isOver = path.timeoutMs > 0 && path.timeoutMs + TOLERANCE_MS < silentMs;
  return isOver ? null : { confidence: confidenceOf(view) };
}

/** It lets go when its time is up. Where that was a part of the wait only, somebody behind it waits as well. */
function heldUntilTimeout({ detectionTimeoutMs }: Of<'delayed'>, { path, ...view }: OwnView): Blamed | null {
  if (path.inspectors.length === 0 || path.onTimeout === 'close' || path.timeoutMs === 0) return null;
  if (path.timeoutMs > detectionTimeoutMs + TOLERANCE_MS) return null;
  const isAll = path.timeoutMs > detectionTimeoutMs - TOLERANCE_MS;
  return { confidence: isAll ? confidenceOf(view) : 'possible' };
}

/** An HTTP error signed by a plain Envoy: a server's sidecar signs as Istio's, a client's keeps Envoy's own name. */
function answeredByItself(_: Of<'misdeclared'>, { path }: OwnView, { cause }: Measurement): Blamed | null {
  return path.listener !== null && isPlainEnvoy(cause) ? { confidence: 'likely' } : null;
}

function answeredForNobody(judgement: Of<'intercepted'>, { path }: OwnView, { cause }: Measurement): Blamed | null {
  if (path.listener === null || !isPlainEnvoy(cause) || judgement.proxyStatus === null) return null;
  return { confidence: 'likely', judgement: { ...judgement, confidence: 'likely', by: 'own-sidecar' } };
}

/**
 * Whoever is in a mesh is never refused: our own proxy accepts, dials, and closes when nobody answers. A server that hangs up by
 * itself looks the same, so this is never more than likely.
 */
function acceptedForNobody(closed: Of<'closed'>, { path, passage }: OwnView, { cause }: Measurement): Blamed | null {
  const isProxied = passage === 'proxied';
  if (cause !== null || (path.listener === null && !isProxied)) return null;
  if (!closed.nudged && isClosedBy(path, closed.afterMs)) return { confidence: 'likely' };
  const confidence = isProxied ? 'likely' : 'possible';
  return { confidence, judgement: { kind: 'intercepted', confidence, by: 'own-sidecar', proxyStatus: null } };
}

function isClosedBy({ inspectors, timeoutMs, onTimeout }: OwnPath, afterMs: number): boolean {
  const isThen = timeoutMs > 0 && Math.abs(timeoutMs - afterMs) < TOLERANCE_MS;
  return inspectors.length > 0 && onTimeout === 'close' && isThen;
}

function isPlainEnvoy(cause: Cause | null): boolean {
  return cause?.kind === 'sniffing-proxy' && cause.identity === null;
}

/** Its listeners say that it waits; that this connection came to it, only the sockets of this machine say. */
function confidenceOf({ passage, proxy }: Omit<OwnView, 'path'>): Confidence {
  return passage === 'proxied' ? proxy.whereabouts.confidence : 'likely';
}

/** The identity is its own name. How the port is declared was read behind it, and stands. */
function causeBy({ proxy }: OwnView, confidence: Confidence, seen: Cause | null): Cause {
  const declared = seen?.declared ?? 'unknown';
  return { kind: 'own-sidecar', posture: 'unknown', declared, identity: proxy.whereabouts.proxy, confidence };
}
