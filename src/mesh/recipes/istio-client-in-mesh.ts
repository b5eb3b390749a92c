import type { FixFacts, Recipe } from '../../model/mesh.ts';
import { documents, type Guess, guess, manifest, note } from '../manifest.ts';
import { addressOf, annotatePods, declareTcp, dialledNameOf, merged, portNameOf } from './parts.ts';

/** A client with an Istio sidecar, a server without: the client's own sidecar waits. */
export const ISTIO_CLIENT_IN_MESH = [
  {
    id: 'declare-tcp-outside',
    placements: ['client-in-mesh'],
    title: "declare the Service's port as TCP, although its pods have no sidecar",
    caution: 'the port then has TCP metrics and routes only',
    helps: ({ dialled }) => dialled === 'service',
    manifest: (facts) => merged(declareTcp(facts)),
  },
  {
    id: 'service-entry',
    placements: ['client-in-mesh'],
    title: 'tell the mesh of the server by a ServiceEntry that says TCP and its addresses',
    caution:
      'the addresses are those of the probe: when the server moves they must follow, or the client sidecar sniffs again where an HTTP service shares the port',
    helps: (facts) => facts.dialled !== 'service' && addressOf(facts) !== null,
    manifest: (facts) =>
      serviceEntry(
        facts,
        addressOf(facts) ?? guess('203.0.113.7', "the server's address"),
        'What clients dial. Left away, all servers on this port share a listener,\nand one HTTP service among them brings the sniffing back.',
      ),
  },
  {
    id: 'service-entry-with-dns-capture',
    placements: ['client-in-mesh'],
    title: 'tell the mesh of the server by a ServiceEntry that says TCP, and let the sidecars answer DNS for it',
    caution: "the client's pods are restarted, and their name lookups are answered by the sidecar",
    helps: ({ dialled }) => dialled === 'name',
    manifest: (facts) =>
      documents(
        serviceEntry(
          facts,
          guess('240.240.33.6', 'any address that nobody uses'),
          'With DNS capture the sidecars answer the name with this address, so the server may move.\nIstio 1.25 and later choose one themselves where it is left away.',
        ),
        merged(captureDns(facts)),
      ),
  },
  {
    id: 'exclude-outbound',
    placements: ['client-in-mesh'],
    title: "keep the server out of the client sidecar's hands",
    caution: 'the mesh then neither measures nor controls these connections; the pods are restarted',
    manifest: excludeOutbound,
  },
] as const satisfies readonly Recipe[];

function serviceEntry(facts: FixFacts, address: string | Guess, why: string): string {
  const isByAddress = facts.dialled === 'address';
  return manifest`
    apiVersion: networking.istio.io/v1
    kind: ServiceEntry
    metadata:
      name: ${`deadair-tcp-${facts.port}`}
      namespace: ${guess('default', "the client's namespace")}
    spec:
      hosts:
        - ${isByAddress ? `tcp-${facts.port}.deadair.internal` : dialledNameOf(facts)}
      ${note(why)}
      addresses:
        - ${address}
      location: MESH_EXTERNAL
      ports:
        - number: ${facts.port}
          name: ${portNameOf(facts)}
          # Written out: where it is left away the port is sniffed, 3306 and 25 included.
          protocol: TCP
      resolution: ${isByAddress ? 'NONE' : 'DNS'}
  `;
}

function captureDns(facts: FixFacts): string {
  return annotatePods(
    'client',
    facts,
    'proxy.istio.io/config',
    '{proxyMetadata: {ISTIO_META_DNS_CAPTURE: "true"}}',
    'Lets the sidecar answer name lookups, without which the address above is never dialled. It is off by default.',
  );
}

function excludeOutbound(facts: FixFacts): string {
  const isIpv4 = /^[\d.]+$/.test(facts.address ?? '');
  return merged(
    isIpv4
      ? annotatePods(
          'client',
          facts,
          'traffic.sidecar.istio.io/excludeOutboundIPRanges',
          `${facts.address}/32`,
          'Connections to this address no longer pass the sidecar.',
        )
      : annotatePods(
          'client',
          facts,
          'traffic.sidecar.istio.io/excludeOutboundPorts',
          String(facts.port),
          'Connections to this port no longer pass the sidecar, wherever they go.',
        ),
  );
}
