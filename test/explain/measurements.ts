import type { Cause, Measurement } from '../../src/model/finding.ts';
import type { Judgement } from '../../src/model/verdict.ts';

const STALLED: Judgement = {
  kind: 'stalled',
  confidence: 'certain',
  silentMs: 6_000,
  silenceEndedBy: 'silence',
  freedMs: 1,
};

export const SIDECAR: Cause = {
  kind: 'istio-sidecar',
  posture: 'permissive',
  declared: 'auto',
  identity: 'spiffe://cluster.local/ns/db/sa/mysql',
  confidence: 'certain',
};

export const SOMEBODY: Cause = {
  ...SIDECAR,
  kind: 'sniffing-proxy',
  posture: 'unknown',
  declared: 'unknown',
  identity: null,
};

/** A stalled MySQL behind a permissive sidecar, unless told otherwise. */
export function measured(
  parts: Partial<Measurement> & { readonly host?: string; readonly port?: number } = {},
): Measurement {
  const { host = 'mysql.db.svc.cluster.local', port = 3307, ...rest } = parts;
  return {
    endpoint: { input: `${host}:${port}`, host, port, address: '10.0.0.7', expectedProtocol: null },
    judgement: STALLED,
    protocol: { name: 'mysql', version: '8.0.36', speaksFirst: 'server' },
    tls: null,
    timing: { connectMs: 0.4, firstByteSilentMs: null, firstByteNudgedMs: 1.2, detectionTimeoutMs: null },
    cause: SIDECAR,
    transcripts: [],
    ...rest,
  };
}
