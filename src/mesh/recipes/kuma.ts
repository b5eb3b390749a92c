import type { FixFacts, Recipe } from '../../model/mesh.ts';
import { guess, manifest } from '../manifest.ts';
import { annotatePods, merged, namespaceOf, portNameOf, serviceOf } from './parts.ts';

/** Kuma: only permissive mutual TLS waits for the client, and only a client without a data plane is silent to it. */
export const KUMA_RECIPES = [
  {
    id: 'kuma-exclude-inbound-port',
    placements: ['server-in-mesh'],
    title: "keep the port out of the data plane's hands",
    caution: 'the mesh then neither encrypts, authorises nor measures this port for anybody; the pods are restarted',
    manifest: (facts) =>
      merged(
        annotatePods(
          'server',
          facts,
          'traffic.kuma.io/exclude-inbound-ports',
          String(facts.port),
          "The pod's own port. Connections to it no longer pass the data plane.",
        ),
      ),
  },
  {
    id: 'kuma-mesh-the-client',
    placements: ['server-in-mesh'],
    title: 'bring the client into the mesh, where its data plane speaks mutual TLS for it',
    caution: "the client's pods are restarted, and all their other traffic passes a data plane too",
    manifest: () => merged(inject()),
  },
  {
    id: 'kuma-declare-tcp',
    placements: ['both-in-mesh'],
    title: 'declare the port as TCP: a data plane that takes it for HTTP waits for a request',
    caution: null,
    manifest: declareTcpForKuma,
  },
  {
    id: 'kuma-exclude-outbound-port',
    placements: ['client-in-mesh'],
    title: "keep the server's port out of the client data plane's hands",
    caution:
      'the mesh then neither measures nor controls connections to this port, wherever they go; the pods are restarted',
    manifest: (facts) =>
      merged(
        annotatePods(
          'client',
          facts,
          'traffic.kuma.io/exclude-outbound-ports',
          String(facts.port),
          'Connections to this port no longer pass the data plane.',
        ),
      ),
  },
] as const satisfies readonly Recipe[];

function inject(): string {
  return manifest`
    # New pods of this namespace get a data plane; restart the client's.
    apiVersion: v1
    kind: Namespace
    metadata:
      name: ${guess('default', "the client's namespace")}
      labels:
        kuma.io/sidecar-injection: enabled
  `;
}

function declareTcpForKuma(facts: FixFacts): string {
  return merged(manifest`
    apiVersion: v1
    kind: Service
    metadata:
      name: ${serviceOf(facts)}
      namespace: ${namespaceOf(facts)}
    spec:
      ports:
        - name: ${portNameOf(facts)}
          port: ${facts.port}
          protocol: TCP
          appProtocol: tcp
  `);
}
