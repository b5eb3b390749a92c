import type { FixFacts, Recipe } from '../../model/mesh.ts';
import { manifest } from '../manifest.ts';
import { annotatePods, merged, namespaceOf, serviceOf } from './parts.ts';

/** Consul: the public listener takes mutual TLS only, and nothing there sniffs; an outbound Destination with a hostname does. */
export const CONSUL_RECIPES = [
  {
    id: 'consul-permissive-mtls',
    placements: ['server-in-mesh'],
    title: 'let the service take plain text too: Consul then gives it a chain of its own, which does not sniff',
    caution:
      'anybody who reaches the port gets in unencrypted; the Mesh entry must have allowEnablingPermissiveMutualTLS: true first',
    manifest: permissive,
  },
  {
    id: 'consul-exclude-inbound-port',
    placements: ['server-in-mesh'],
    title: "keep the port out of the sidecar's hands",
    caution: 'the mesh then neither encrypts, authorises nor measures this port for anybody; the pods are restarted',
    manifest: (facts) =>
      merged(
        annotatePods(
          'server',
          facts,
          'consul.hashicorp.com/transparent-proxy-exclude-inbound-ports',
          String(facts.port),
          "The pod's own port. Connections to it no longer pass the sidecar.",
        ),
      ),
  },
  {
    id: 'consul-protocol-tcp',
    placements: ['both-in-mesh'],
    title: 'set the service’s protocol to tcp',
    caution: 'L7 routes and intentions for the service no longer apply',
    manifest: protocolTcp,
  },
  {
    id: 'consul-exclude-outbound-port',
    placements: ['client-in-mesh'],
    title: "keep the server's port out of the client sidecar's hands, or name the Destination by its address",
    caution:
      'the mesh then neither measures nor controls connections to this port, wherever they go; the pods are restarted',
    manifest: (facts) =>
      merged(
        annotatePods(
          'client',
          facts,
          'consul.hashicorp.com/transparent-proxy-exclude-outbound-ports',
          String(facts.port),
          'Likely not needed where no Destination has a hostname: one is enough to make the whole outbound listener\nlook for TLS, and close after 15 s of silence.',
        ),
      ),
  },
] as const satisfies readonly Recipe[];

function permissive(facts: FixFacts): string {
  return manifest`
    apiVersion: consul.hashicorp.com/v1alpha1
    kind: ServiceDefaults
    metadata:
      name: ${serviceOf(facts)}
      namespace: ${namespaceOf(facts)}
    spec:
      protocol: tcp
      mutualTLSMode: permissive
  `;
}

function protocolTcp(facts: FixFacts): string {
  return manifest`
    apiVersion: consul.hashicorp.com/v1alpha1
    kind: ServiceDefaults
    metadata:
      name: ${serviceOf(facts)}
      namespace: ${namespaceOf(facts)}
    spec:
      protocol: tcp
  `;
}
