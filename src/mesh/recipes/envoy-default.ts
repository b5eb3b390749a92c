import type { FixFacts, Recipe } from '../../model/mesh.ts';
import { guess, manifest } from '../manifest.ts';
import { namespaceOf, portNameOf } from './parts.ts';

/** An Envoy of nobody's mesh: the listener itself must be told. */
export const ENVOY_DEFAULT_RECIPES = [
  {
    id: 'gateway-tcp-server',
    placements: ['server-in-mesh', 'both-in-mesh', 'client-in-mesh'],
    title: "make the gateway's server for this port TCP, not TLS or HTTP",
    caution: 'one TCP server takes the whole port: names can no longer tell several servers on it apart',
    manifest: tcpServer,
  },
  {
    id: 'envoy-without-inspectors',
    placements: ['server-in-mesh', 'both-in-mesh', 'client-in-mesh'],
    title:
      "take tls_inspector and http_inspector out of the listener's filters, or disable them for this port (filter_disabled)",
    caution: 'filter chains that match by server name, ALPN or transport protocol no longer work on this port',
    manifest: () => null,
  },
] as const satisfies readonly Recipe[];

function tcpServer(facts: FixFacts): string {
  return manifest`
    apiVersion: networking.istio.io/v1
    kind: Gateway
    metadata:
      name: ${guess('my-gateway', 'the Gateway that opens this port')}
      namespace: ${namespaceOf(facts)}
    spec:
      selector:
        istio: ${guess('ingressgateway', "the labels of your gateway's pods")}
      servers:
        - port:
            number: ${facts.port}
            name: ${portNameOf(facts)}
            # A TLS server looks for a ClientHello and closes after 15 s of silence.
            protocol: TCP
          hosts:
            - ${'*'}
  `;
}
