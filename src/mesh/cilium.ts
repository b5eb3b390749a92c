import type { Mesh } from '../model/mesh.ts';
import { CILIUM_RECIPES } from './recipes/cilium.ts';

/** Cilium: no sniffing in the kernel; only ports under an L7 rule go through its Envoy, which looks for TLS first. */
export const CILIUM = {
  name: 'cilium',
  title: 'Cilium',
  source: 'https://docs.cilium.io/en/stable/security/policy/language/#layer-7-examples',
  cause: 'sniffing-proxy',
  offers: [],
  // Its mutual authentication happens beside the connection, so no certificate is ever shown on it.
  identityOf: () => null,
  timings: [
    { atMs: 15_000, silentEnd: 'close', confidence: 'possible', where: 'the Envoy of a port under an L7 rule' },
  ],
  recipes: CILIUM_RECIPES,
} as const satisfies Mesh;
