import { clockOf, onlySuspectOf } from '../mesh/clock.ts';
import { MESHES } from '../mesh/index.ts';
import type { Cause } from '../model/finding.ts';
import type { MeshIdentity, MeshName } from '../model/mesh.ts';
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
    const kind = causeNamed(mesh.mesh);
    const posture = mesh.posture === 'none' ? 'unknown' : mesh.posture;
    return { kind, posture, declared: mesh.declared, identity: mesh.identity, confidence: mesh.confidence };
  }
  return signedByEnvoy(evidence) ?? timed(judgement) ?? blamed(BLAME[judgement.kind], judgement);
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

/** The one mesh that gives up after such a time. A clock is a weak witness, and no better than the verdict that it rests on. */
function timed(judgement: Judgement): Cause | null {
  const reading = clockOf(judgement);
  const kind = causeNamed(reading && onlySuspectOf(reading));
  if (!reading || kind === 'sniffing-proxy') return null;
  const confidence = judgement.confidence === 'possible' ? 'possible' : reading.confidence;
  return { kind, posture: 'unknown', declared: 'unknown', identity: null, confidence };
}

function causeNamed(mesh: MeshName | null): Cause['kind'] {
  return MESHES.find(({ name }) => name === mesh)?.cause ?? 'sniffing-proxy';
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
