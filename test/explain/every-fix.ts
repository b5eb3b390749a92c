import { fixesFor } from '../../src/explain/fix.ts';
import type { Cause, Fix, Measurement } from '../../src/model/finding.ts';
import type { Placement } from '../../src/model/mesh.ts';
import type { Judgement } from '../../src/model/verdict.ts';
import { CONSUL_PROXY, handshake } from '../mesh/handshakes.ts';
import { measured, SIDECAR, SOMEBODY } from './measurements.ts';

/** A fix and the circumstances it was written for. */
export interface Written {
  readonly name: string;
  readonly fix: Fix;
}

const PLACEMENTS: readonly Placement[] = ['both-in-mesh', 'client-in-mesh', 'server-in-mesh'];
const HOSTS = ['mysql.db.svc.cluster.local', 'mysql', 'db.example.com', '10.0.0.7', '2001:db8::7', 'a"b\n- c: &x *y #'];

/** Every fix that comes out of every mesh, scenario, mode, declaration and kind of host, once each way it is written. */
export function everyFix(hosts: readonly string[] = HOSTS): Written[] {
  const written = new Map<string, Written>();
  for (const host of hosts) {
    for (const [name, measurement] of measurements(host)) {
      for (const scenario of PLACEMENTS) {
        for (const fix of fixesFor(measurement, { scenario })) {
          const key = `${fix.id} ${fix.manifest}`;
          if (!written.has(key))
            written.set(key, { name: `${fix.id}: ${name}, ${scenario}, ${JSON.stringify(host)}`, fix });
        }
      }
    }
  }
  return [...written.values()];
}

function measurements(host: string): [string, Measurement][] {
  const istio = (['permissive', 'strict', 'unknown'] as const).flatMap((posture) =>
    (['auto', 'tcp', 'http', 'unknown'] as const).map((declared): [string, Measurement] => [
      `istio ${posture} ${declared}`,
      measured({ host, cause: { ...SIDECAR, posture, declared } }),
    ]),
  );
  const cause = (kind: Cause['kind']): Cause => ({ ...SOMEBODY, kind });
  return [
    ...istio,
    ['mail', measured({ host, port: 25, protocol: { name: 'smtp', version: null, speaksFirst: 'server' } })],
    ['linkerd', measured({ host, cause: cause('linkerd-proxy') })],
    ['kuma', measured({ host, cause: cause('kuma-dataplane') })],
    ['own sidecar', measured({ host, cause: cause('own-sidecar') })],
    ['nobody proven', measured({ host, cause: SOMEBODY, protocol: null })],
    ['no mesh ends TLS', measured({ host, cause: SOMEBODY, transcripts: [handshake([], 'app-words')] })],
    ['consul', measured({ host, cause: SOMEBODY, transcripts: [handshake([], { alpn: null, of: CONSUL_PROXY })] })],
    ['closed after 15 s', measured({ host, cause: SOMEBODY, judgement: CLOSED_AFTER_15_S })],
  ];
}

/** Silence that the other side ended after the time of an Envoy that nobody has tuned. */
const CLOSED_AFTER_15_S: Judgement = {
  kind: 'stalled',
  confidence: 'certain',
  silentMs: 15_003,
  silenceEndedBy: 'fin',
  freedMs: 1,
};
