import type { FixFacts, Recipe } from '../../model/mesh.ts';
import { documents, manifest } from '../manifest.ts';
import { annotatePods, merged, namespaceOf, podLabelOf, serviceOf } from './parts.ts';

/** Linkerd: a port that is opaque is not read. Clients' proxies look at the Service, the server's own at its pods. */
export const LINKERD_RECIPES = [
  {
    id: 'linkerd-opaque-port',
    placements: ['both-in-mesh', 'server-in-mesh'],
    title: 'make the port opaque, on the Service and on the pods',
    caution:
      'the annotation takes the place of the default list (25, 587, 3306, 4444, 5432, 6379, 9300, 11211): name those too that these pods serve; an appProtocol on the Service port overrides it for clients; the pods are restarted',
    manifest: (facts) =>
      documents(
        merged(opaqueService(facts)),
        annotatePods(
          'server',
          facts,
          'config.linkerd.io/opaque-ports',
          String(facts.port),
          "The pod's own port, for its own proxy, which does not look at the Service.",
        ),
      ),
  },
  {
    id: 'linkerd-opaque-server',
    placements: ['server-in-mesh'],
    title: 'make the port opaque by a Server, which needs no restart',
    caution:
      'a Server that no policy names denies everybody unless accessPolicy says otherwise; here it lets anybody in, with or without mutual TLS',
    manifest: opaqueServer,
  },
  {
    id: 'linkerd-skip-inbound-port',
    placements: ['server-in-mesh'],
    title: "keep the port out of the proxy's hands",
    caution: 'the mesh then neither encrypts, authorises nor measures this port for anybody; the pods are restarted',
    manifest: (facts) =>
      merged(
        annotatePods(
          'server',
          facts,
          'config.linkerd.io/skip-inbound-ports',
          String(facts.port),
          "The pod's own port. Connections to it no longer pass the proxy.",
        ),
      ),
  },
  {
    id: 'linkerd-skip-outbound-port',
    placements: ['client-in-mesh'],
    title: "keep the server's port out of the client proxy's hands",
    caution:
      'the mesh then neither measures nor controls connections to this port, wherever they go; the pods are restarted',
    manifest: (facts) =>
      merged(
        annotatePods(
          'client',
          facts,
          'config.linkerd.io/skip-outbound-ports',
          String(facts.port),
          'Connections to this port no longer pass the proxy.',
        ),
      ),
  },
] as const satisfies readonly Recipe[];

function opaqueService(facts: FixFacts): string {
  return manifest`
    # The Service's port, for the proxies of its clients.
    apiVersion: v1
    kind: Service
    metadata:
      name: ${serviceOf(facts)}
      namespace: ${namespaceOf(facts)}
      annotations:
        config.linkerd.io/opaque-ports: ${String(facts.port)}
  `;
}

function opaqueServer(facts: FixFacts): string {
  return manifest`
    apiVersion: policy.linkerd.io/v1beta3
    kind: Server
    metadata:
      name: ${`deadair-opaque-${facts.port}`}
      namespace: ${namespaceOf(facts)}
    spec:
      podSelector:
        matchLabels:
          app: ${podLabelOf(facts)}
      # The pod's own port.
      port: ${facts.port}
      proxyProtocol: opaque
      # Left away, everybody is denied whom no AuthorizationPolicy lets in.
      accessPolicy: all-unauthenticated
  `;
}
