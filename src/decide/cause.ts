import { MESHES } from '../mesh/index.ts';
import type { Cause } from '../model/finding.ts';
import type { MeshIdentity } from '../model/mesh.ts';
import { type Judgement, SEVERITY } from '../model/verdict.ts';
import type { Evidence } from './evidence.ts';

type Blame = 'proxy' | 'server' | 'sidecar' | 'nobody';

/** Whom each verdict points at when no mesh has shown itself. */
const BLAME: { readonly [K in Judgement['kind']]: Blame } = {
  stalled: 'proxy',
  delayed: 'proxy',
  'mtls-required': 'sidecar',
  misdeclared: 'nobody',
  intercepted: 'sidecar',
  slow: 'server',
  'server-first': 'nobody',
  healthy: 'nobody',
  closed: 'nobody',
  mute: 'nobody',
  inconsistent: 'nobody',
  refused: 'nobody',
  unreachable: 'nobody',
  'connect-timeout': 'nobody',
  unresolved: 'nobody',
};

/** Who holds the connection; null where there is nothing to explain. */
export function causeOf(judgement: Judgement, evidence: Evidence, mesh: MeshIdentity | null): Cause | null {
  if (SEVERITY[judgement.kind] === 'ok') return null;
  if (mesh?.mesh) {
    const kind = MESHES.find(({ name }) => name === mesh.mesh)?.cause ?? 'sniffing-proxy';
    const posture = mesh.posture === 'none' ? 'unknown' : mesh.posture;
    return { kind, posture, declared: mesh.declared, identity: mesh.identity, confidence: mesh.confidence };
  }
  return signedByEnvoy(evidence) ?? blamed(BLAME[judgement.kind], judgement);
}

/** An error that an Envoy wrote itself, and Istio's name under it. A port that takes the nudge for HTTP is declared so. */
function signedByEnvoy({ nudged, asked }: Evidence): Cause | null {
  const isProxied = [...nudged, ...asked].some(({ reply }) => reply?.kind === 'proxy');
  if (!isProxied) return null;
  const declared = nudged.some(({ reply }) => reply?.kind === 'proxy') ? 'http' : 'unknown';
  const isIstio = [...nudged, ...asked].some(({ reply }) => reply?.kind === 'proxy' && reply.answer.isIstio);
  const kind = isIstio ? 'istio-sidecar' : 'sniffing-proxy';
  return { kind, posture: 'unknown', declared, identity: null, confidence: 'likely' };
}

function blamed(blame: Blame, { confidence }: Judgement): Cause | null {
  switch (blame) {
    case 'nobody':
      return null;
    case 'server':
      return { kind: 'server', posture: 'unknown', declared: 'unknown', identity: null, confidence };
    case 'proxy':
    case 'sidecar':
      return { kind: 'sniffing-proxy', posture: 'unknown', declared: 'unknown', identity: null, confidence };
    default:
      return blame satisfies never;
  }
}
