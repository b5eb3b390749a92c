import type { Mesh } from '../model/mesh.ts';
import { CONSUL_RECIPES } from './recipes/consul.ts';
import { spiffeIdsOf } from './spiffe.ts';

/** Consul service mesh: the public listener takes mutual TLS only; a hostname Destination makes the outbound one sniff. */
export const CONSUL = {
  name: 'consul',
  title: 'Consul',
  source: 'https://developer.hashicorp.com/consul/docs/connect/config-entries/service-defaults',
  cause: 'sniffing-proxy',
  offers: [],
  // `spiffe://<cluster id>.consul/ns/<namespace>/dc/<datacenter>/svc/<service>` (hashicorp/consul, agent/connect/uri_service.go).
  identityOf: (certificate) =>
    spiffeIdsOf(certificate).find(({ trustDomain, path }) => trustDomain.endsWith('.consul') && path.includes('svc'))
      ?.uri ?? null,
  timings: [
    {
      atMs: 15_000,
      silentEnd: 'close',
      confidence: 'possible',
      where: 'a transparent proxy with a Destination that has a hostname',
    },
  ],
  recipes: CONSUL_RECIPES,
} as const satisfies Mesh;
