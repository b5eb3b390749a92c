import type { FixFacts, Recipe } from '../../model/mesh.ts';
import { manifest } from '../manifest.ts';
import { declareTcp, merged, namespaceOf, serviceOf } from './parts.ts';

/** Istio without sidecars: ztunnel never sniffs, so it is the waypoint that has to know. */
export const AMBIENT_RECIPES = [
  {
    id: 'ambient-declare-tcp',
    placements: ['both-in-mesh', 'client-in-mesh', 'server-in-mesh'],
    title: 'declare the port as TCP, for the waypoint',
    caution:
      'likely of no use below Istio 1.24, and where the waypoint serves workloads and not only Services: it sniffs every port then',
    manifest: (facts) => merged(declareTcp(facts)),
  },
  {
    id: 'ambient-bypass-waypoint',
    placements: ['both-in-mesh', 'client-in-mesh', 'server-in-mesh'],
    title: 'take the Service out of the waypoint: ztunnel alone encrypts, and never waits',
    caution: 'the rules that the waypoint enforces (HTTP routes, L7 policies) no longer hold for this Service',
    manifest: bypassWaypoint,
  },
] as const satisfies readonly Recipe[];

function bypassWaypoint(facts: FixFacts): string {
  return merged(manifest`
    apiVersion: v1
    kind: Service
    metadata:
      name: ${serviceOf(facts)}
      namespace: ${namespaceOf(facts)}
      labels:
        istio.io/use-waypoint: none
  `);
}
