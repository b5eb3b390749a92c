import type { Mesh } from '../model/mesh.ts';
import { ISTIO_BOTH_IN_MESH } from './recipes/istio-both-in-mesh.ts';
import { ISTIO_CLIENT_IN_MESH } from './recipes/istio-client-in-mesh.ts';
import { ISTIO_SERVER_IN_MESH } from './recipes/istio-server-in-mesh.ts';
import { spiffeIdsOf, workloadOf } from './spiffe.ts';

/** Istio with sidecars, and its distributions (Cloud Service Mesh, ASM, OpenShift Service Mesh). */
export const ISTIO = {
  name: 'istio',
  title: 'Istio',
  source: 'https://istio.io/latest/docs/ops/deployment/application-requirements/#server-first-protocols',
  cause: 'istio-sidecar',
  offers: [['istio-http/1.1', 'istio-peer-exchange', 'h2'], ['istio-peer-exchange', 'h2'], []],
  identityOf: (certificate) => spiffeIdsOf(certificate).find((id) => workloadOf(id))?.uri ?? null,
  // Read in the tags of istio/istio. Since 1.8 the default is to wait for ever, and these are what somebody has set.
  timings: [
    { atMs: 100, silentEnd: 'greeting', confidence: 'possible', where: 'the client sidecar of Istio 1.3 to 1.6' },
    { atMs: 1_000, silentEnd: 'greeting', confidence: 'possible', where: 'the server sidecar of Istio 1.3 to 1.7' },
    {
      atMs: 5_000,
      silentEnd: 'greeting',
      confidence: 'possible',
      where: 'the client sidecar of Istio 1.7, or a sidecar with protocolDetectionTimeout: 5s',
    },
    {
      atMs: 5_000,
      silentEnd: 'close',
      confidence: 'possible',
      where: 'a strict sidecar with protocolDetectionTimeout: 5s',
    },
  ],
  recipes: [...ISTIO_SERVER_IN_MESH, ...ISTIO_BOTH_IN_MESH, ...ISTIO_CLIENT_IN_MESH],
} as const satisfies Mesh;
