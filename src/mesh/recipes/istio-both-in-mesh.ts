import type { FixFacts, Recipe } from '../../model/mesh.ts';
import { manifest } from '../manifest.ts';
import { declareTcp, hostOf, merged, namespaceOf } from './parts.ts';

/** Client and server both with an Istio sidecar: the one that waits is the client's. */
export const ISTIO_BOTH_IN_MESH = [
  {
    id: 'declare-tcp',
    placements: ['both-in-mesh'],
    title: 'declare the port as TCP, and dial the Service',
    caution:
      'the port then has TCP metrics and routes only; helps clients that dial the Service, not those that dial a pod by its address',
    helps: ({ declared }) => declared !== 'tcp',
    manifest: (facts) => merged(declareTcp(facts)),
  },
  {
    id: 'send-mtls',
    placements: ['both-in-mesh'],
    title: "make the clients' sidecars speak mutual TLS to the port",
    caution: 'pods without a sidecar behind the same Service can then not be reached',
    helps: ({ declared }) => declared === 'tcp',
    manifest: sendMtls,
  },
  {
    id: 'dial-the-service',
    placements: ['both-in-mesh'],
    title:
      "dial the Service's name: by a pod's address the client's sidecar sends plain text, and the server's waits for TLS",
    caution: null,
    helps: ({ dialled }) => dialled === 'address',
    manifest: () => null,
  },
] as const satisfies readonly Recipe[];

function sendMtls(facts: FixFacts): string {
  return manifest`
    # The port is declared as TCP, so an in-mesh client stalls only where its sidecar sends plain text: because a
    # DestinationRule says so (look for "mode: DISABLE" first), or because it dials a pod and not the Service.
    apiVersion: networking.istio.io/v1
    kind: DestinationRule
    metadata:
      name: ${`deadair-mtls-${facts.port}`}
      namespace: ${namespaceOf(facts)}
    spec:
      host: ${hostOf(facts)}
      trafficPolicy:
        portLevelSettings:
          - port:
              number: ${facts.port}
            tls:
              mode: ISTIO_MUTUAL
  `;
}
