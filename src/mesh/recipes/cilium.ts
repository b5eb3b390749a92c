import type { FixFacts, Recipe } from '../../model/mesh.ts';
import { guess, manifest } from '../manifest.ts';
import { namespaceOf, podLabelOf } from './parts.ts';

/** Cilium: only a port under an L7 rule passes its Envoy, so the rule has to end at the port. */
export const CILIUM_RECIPES = [
  {
    id: 'cilium-l4-rule',
    placements: ['both-in-mesh', 'server-in-mesh'],
    title: 'allow the port by number only, and take it out of every rule with an L7 part',
    caution:
      'no use while another policy still has an L7 rule for the port; a policy also denies what it does not allow: name all who may come in',
    manifest: portOnly,
  },
  {
    id: 'cilium-l4-egress-rule',
    placements: ['client-in-mesh'],
    title: 'let the client out to the port by number only, and take it out of every egress rule with an L7 part',
    caution:
      'no use while another policy still has an L7 rule for the port; a policy also denies what it does not allow: DNS and the rest need rules too',
    manifest: egressPortOnly,
  },
] as const satisfies readonly Recipe[];

function portOnly(facts: FixFacts): string {
  return manifest`
    apiVersion: cilium.io/v2
    kind: CiliumNetworkPolicy
    metadata:
      name: ${`deadair-tcp-${facts.port}`}
      namespace: ${namespaceOf(facts)}
    spec:
      endpointSelector:
        matchLabels:
          app: ${podLabelOf(facts)}
      ingress:
        - fromEntities:
            # Or the labels of the clients, under fromEndpoints.
            - cluster
          toPorts:
            # No "rules" here: with them the port would pass Cilium's Envoy, which likely waits for TLS and closes after 15 s.
            - ports:
                - port: ${String(facts.port)}
                  protocol: TCP
  `;
}

function egressPortOnly(facts: FixFacts): string {
  return manifest`
    apiVersion: cilium.io/v2
    kind: CiliumNetworkPolicy
    metadata:
      name: ${`deadair-tcp-${facts.port}`}
      namespace: ${guess('default', "the client's namespace")}
    spec:
      endpointSelector:
        matchLabels:
          app: ${guess('my-client', "the labels of the client's pods")}
      egress:
        - toEntities:
            # Or the server's address, under toCIDR.
            - world
          toPorts:
            # No "rules" here: with them the port would pass Cilium's Envoy, which likely waits for TLS and closes after 15 s.
            - ports:
                - port: ${String(facts.port)}
                  protocol: TCP
  `;
}
