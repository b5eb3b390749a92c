import type { Mesh } from '../model/mesh.ts';
import { ENVOY_DEFAULT_RECIPES } from './recipes/envoy-default.ts';

/** An Envoy that nobody has tuned: Istio's gateways, Open Service Mesh, one written by hand. */
export const ENVOY_DEFAULT = {
  name: 'envoy',
  title: 'Envoy',
  source: 'https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/listener/v3/listener.proto',
  cause: 'sniffing-proxy',
  offers: [],
  identityOf: () => null,
  // listener_filters_timeout is 15 s unless set (measured with Envoy 1.40: 15.0 s both ways).
  timings: [
    {
      atMs: 15_000,
      silentEnd: 'close',
      confidence: 'possible',
      where: 'a gateway or another Envoy with the default timeout',
    },
    {
      atMs: 15_000,
      silentEnd: 'greeting',
      confidence: 'possible',
      where: 'Open Service Mesh, or an Envoy that continues on timeout',
    },
  ],
  recipes: ENVOY_DEFAULT_RECIPES,
} as const satisfies Mesh;
