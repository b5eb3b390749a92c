import type { Landmark, LandmarkAnswer, Whereabouts } from '../model/whereabouts.ts';

/**
 * What can be trusted from inside a pod. The variables and files of a sidecar are in its own container, not in ours, and the
 * ports of the redirection (15001, 15006) are the same in several meshes.
 */
export const LANDMARKS = [
  { mesh: 'istio', port: 15_021, path: '/healthz/ready' },
  { mesh: 'istio', port: 15_000, path: '/server_info' },
  { mesh: 'linkerd', port: 4_191, path: '/ready' },
  { mesh: 'kuma', port: 9_901, path: '/server_info' },
  { mesh: 'consul', port: 19_000, path: '/server_info' },
] as const satisfies readonly Landmark[];

/** Whether we are in a mesh, and in whose, by the answers of our own proxy. */
export function readWhereabouts(answers: readonly LandmarkAnswer[]): Whereabouts {
  const seen = answers.filter(isConvincing);
  const [first] = seen;
  if (!first) return { mesh: null, confidence: 'possible', proxy: null, seen: [] };
  const { mesh } = first.landmark;
  const own = seen.filter(({ landmark }) => landmark.mesh === mesh);
  const proxy = own.map(({ body }) => nodeIdIn(body)).find((id) => id !== null) ?? null;
  return { mesh, confidence: proxy === null ? 'likely' : 'certain', proxy, seen: own.map(({ landmark }) => landmark) };
}

/** Whether an Envoy that calls itself so is one of Istio's (`pilot/pkg/model/context.go`, ServiceNode). */
export function isIstioProxy(name: string): boolean {
  return /^(?:sidecar|router)~/.test(name);
}

/** A port may be anybody's: a page of an Envoy must look like one, and a readiness page must have the words of its proxy. */
function isConvincing({ landmark, status, body }: LandmarkAnswer): boolean {
  if (status !== 200) return false;
  switch (landmark.path) {
    case '/server_info':
      return nodeIdIn(body) !== null && (landmark.mesh !== 'istio' || isIstioProxy(nodeIdIn(body) ?? ''));
    case '/ready':
      return body.trim() === 'ready';
    default:
      return body.length < READY_LENGTH_MAX;
  }
}

/** Istio's agent answers with nothing; a page of somebody's own is longer. */
const READY_LENGTH_MAX = 32;

/** The proxy's own name, in what Envoy says of itself. */
function nodeIdIn(body: string): string | null {
  const info = parse(body);
  const node = isObject(info) ? info.node : null;
  const id = isObject(node) ? node.id : null;
  return typeof id === 'string' && /^[!-~]{1,253}$/.test(id) ? id : null;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
