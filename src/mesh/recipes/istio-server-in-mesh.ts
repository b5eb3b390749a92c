import type { FixFacts, Recipe } from '../../model/mesh.ts';
import { documents, guess, manifest } from '../manifest.ts';
import { annotatePods, declareTcp, hostOf, merged, namespaceOf, podLabelOf, portNameOf } from './parts.ts';

/** A plaintext client outside the mesh, a server with an Istio sidecar. */
export const ISTIO_SERVER_IN_MESH = [
  {
    id: 'declare-tcp-and-disable-mtls',
    placements: ['server-in-mesh'],
    title: 'declare the port as TCP and take mutual TLS off it',
    caution:
      'the port then takes unencrypted connections from anybody who reaches it; without mutual TLS no rule by identity (AuthorizationPolicy principals or namespaces) can hold on it',
    helps: ({ declared, posture }) => declared !== 'tcp' && posture !== 'none',
    manifest: (facts) => documents(merged(declareTcp(facts)), disableMtls(facts)),
  },
  {
    id: 'disable-mtls-on-port',
    placements: ['server-in-mesh'],
    title: 'take mutual TLS off the port, which is declared as TCP already',
    caution:
      'the port then takes unencrypted connections from anybody who reaches it; without mutual TLS no rule by identity (AuthorizationPolicy principals or namespaces) can hold on it',
    helps: ({ declared }) => declared === 'tcp',
    manifest: disableMtls,
  },
  {
    id: 'declare-tcp-only',
    placements: ['server-in-mesh'],
    title: 'declare the port as TCP: no mutual TLS was found on it, so what still waits is the search for HTTP',
    caution: null,
    helps: ({ posture }) => posture === 'none',
    manifest: (facts) => merged(declareTcp(facts)),
  },
  {
    id: 'exclude-inbound-port',
    placements: ['server-in-mesh'],
    title: "keep the port out of the sidecar's hands",
    caution:
      'the mesh then neither encrypts, authorises nor measures this port for anybody; in-mesh clients likely go on speaking mutual TLS to it, which nobody ends any more, until a DestinationRule for the port says mode DISABLE; the pods are restarted',
    manifest: (facts) =>
      merged(
        annotatePods(
          'server',
          facts,
          'traffic.sidecar.istio.io/excludeInboundPorts',
          String(facts.port),
          "The pod's own port (the Service's targetPort). Connections to it no longer pass the sidecar.",
        ),
      ),
  },
  {
    id: 'enter-by-gateway',
    placements: ['server-in-mesh'],
    title: 'let the client enter by a gateway, which sniffs nothing on a TCP port and speaks mutual TLS to the pod',
    caution:
      'the leg from the client to the gateway stays unencrypted, and the server sees the gateway as its client; keeps STRICT in place',
    helps: ({ posture }) => posture !== 'none',
    manifest: (facts) => documents(gateway(facts), route(facts), merged(gatewayPort(facts))),
  },
  {
    id: 'mesh-the-client',
    placements: ['server-in-mesh'],
    title: 'bring the client into the mesh, where its sidecar speaks mutual TLS for it, and declare the port as TCP',
    caution: "the client's pods are restarted, and all their other traffic passes a sidecar too",
    helps: ({ posture }) => posture !== 'none',
    manifest: (facts) => documents(merged(inject()), facts.declared === 'tcp' ? null : declareTcp(facts)),
  },
  {
    id: 'implicit-tls',
    placements: ['server-in-mesh'],
    title: 'let clients speak TLS from the first byte, on a port of its own (SMTPS 465, IMAPS 993, POP3S 995)',
    caution:
      'STARTTLS does not help: it begins with the greeting in plain text, and hangs the same; the certificate is then the server’s own business',
    helps: ({ protocol, posture }) => posture === 'permissive' && HAS_TLS_PORT.has(protocol ?? ''),
    manifest: () => null,
  },
] as const satisfies readonly Recipe[];

/** Mail and file protocols with a registered TLS port (RFC 8314, RFC 4217). MySQL has none: its TLS begins after the greeting. */
const HAS_TLS_PORT: ReadonlySet<string> = new Set(['smtp', 'imap', 'pop3', 'ftp', 'nntp']);

function disableMtls(facts: FixFacts): string {
  return manifest`
    # A plaintext client says nothing either while the sidecar waits for it to speak TLS. Both changes are needed:
    # the declaration alone leaves the search for TLS, this alone leaves the search for HTTP.
    apiVersion: security.istio.io/v1
    kind: PeerAuthentication
    metadata:
      name: ${`deadair-plaintext-${facts.port}`}
      namespace: ${namespaceOf(facts)}
    spec:
      # portLevelMtls has no effect without a selector. Of several such policies for a pod the oldest counts.
      selector:
        matchLabels:
          app: ${podLabelOf(facts)}
      portLevelMtls:
        # The pod's own port (the Service's targetPort), which may differ from the Service's port.
        ${String(facts.port)}:
          mode: DISABLE
  `;
}

function gateway(facts: FixFacts): string {
  return manifest`
    apiVersion: networking.istio.io/v1
    kind: Gateway
    metadata:
      name: ${`deadair-tcp-${facts.port}`}
      namespace: ${namespaceOf(facts)}
    spec:
      selector:
        istio: ${guess('ingressgateway', "the labels of your gateway's pods")}
      servers:
        - port:
            number: ${facts.port}
            name: ${portNameOf(facts)}
            # TCP, not TLS: a TLS server looks for a ClientHello and closes after 15 s of silence.
            protocol: TCP
          hosts:
            - ${'*'}
  `;
}

function route(facts: FixFacts): string {
  return manifest`
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    metadata:
      name: ${`deadair-tcp-${facts.port}`}
      namespace: ${namespaceOf(facts)}
    spec:
      hosts:
        - ${'*'}
      gateways:
        - ${`deadair-tcp-${facts.port}`}
      tcp:
        - match:
            - port: ${facts.port}
          route:
            - destination:
                host: ${hostOf(facts)}
                port:
                  number: ${facts.port}
  `;
}

function gatewayPort(facts: FixFacts): string {
  return manifest`
    # The gateway's own Service has to let the port in. Clients then dial the gateway instead of the server.
    apiVersion: v1
    kind: Service
    metadata:
      name: ${guess('istio-ingressgateway', "your gateway's Service")}
      namespace: ${guess('istio-system', 'its namespace')}
    spec:
      ports:
        - name: ${portNameOf(facts)}
          port: ${facts.port}
          targetPort: ${facts.port}
          protocol: TCP
  `;
}

function inject(): string {
  return manifest`
    # New pods of this namespace get a sidecar; restart the client's. With revisions the label is istio.io/rev instead.
    apiVersion: v1
    kind: Namespace
    metadata:
      name: ${guess('default', "the client's namespace")}
      labels:
        istio-injection: enabled
  `;
}
