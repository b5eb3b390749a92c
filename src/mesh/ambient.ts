import type { Mesh } from '../model/mesh.ts';
import { AMBIENT_RECIPES } from './recipes/ambient.ts';

/** Istio without sidecars: ztunnel never sniffs; a waypoint and the tunnel's end in a sidecar do. */
export const AMBIENT = {
  name: 'ambient',
  title: 'Istio ambient',
  source: 'https://istio.io/latest/docs/ambient/usage/waypoint/',
  cause: 'sniffing-proxy',
  offers: [],
  identityOf: () => null,
  // Envoy's default of 15 s (listener_filters_timeout), which neither listener changes; deduced from istio/istio master, 2026.
  timings: [
    { atMs: 15_000, silentEnd: 'close', confidence: 'possible', where: 'a waypoint' },
    { atMs: 15_000, silentEnd: 'greeting', confidence: 'possible', where: 'the HBONE listener of a sidecar' },
  ],
  recipes: AMBIENT_RECIPES,
} as const satisfies Mesh;
