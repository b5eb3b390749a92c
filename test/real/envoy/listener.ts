import type { WorkloadCertificate } from './certificates.ts';
import type { Chain } from './chain.ts';
import { chainsOf, inspectorsFor } from './chains.ts';
import type { Shape } from './shapes.ts';

/** A listener in Envoy's own words, on a port that the kernel picks. */
export const listenerOf = (name: string, cluster: string, shape: Shape, certificate: WorkloadCertificate): object => {
  const chains = chainsOf(shape);
  return {
    name,
    stat_prefix: name,
    address: { socket_address: { address: '127.0.0.1', port_value: 0 } },
    traffic_direction: shape.direction === 'inbound' ? 'INBOUND' : 'OUTBOUND',
    continue_on_listener_filters_timeout: shape.onTimeout === 'continue',
    ...(shape.timeoutMs === null ? {} : { listener_filters_timeout: `${shape.timeoutMs / 1_000}s` }),
    listener_filters: inspectorsFor(shape).map((inspector) => INSPECTORS[inspector]),
    ...filterChains(chains.map((chain, index) => chainOf(`${name}-${index}`, cluster, chain, shape, certificate))),
  };
};

/** A chain without a match is the listener's default, so that it takes over wherever the others do not fit. */
const filterChains = (chains: readonly FilterChain[]): object => {
  const isDefault = (chain: FilterChain) => Object.keys(chain.filter_chain_match).length === 0;
  const standard = chains.find(isDefault);
  return {
    filter_chains: chains.filter((chain) => !isDefault(chain)),
    ...(standard ? { default_filter_chain: standard } : {}),
  };
};

interface FilterChain {
  readonly name: string;
  readonly filter_chain_match: object;
  readonly transport_socket?: object;
  readonly filters: readonly object[];
}

const extension = (folder: string, message: string, fields: object = {}): object => ({
  '@type': `type.googleapis.com/envoy.extensions.${folder}.v3.${message}`,
  ...fields,
});

const INSPECTORS = {
  tls: {
    name: 'envoy.filters.listener.tls_inspector',
    typed_config: extension('filters.listener.tls_inspector', 'TlsInspector'),
  },
  http: {
    name: 'envoy.filters.listener.http_inspector',
    typed_config: extension('filters.listener.http_inspector', 'HttpInspector'),
  },
};

const chainOf = (
  name: string,
  cluster: string,
  chain: Chain,
  shape: Shape,
  certificate: WorkloadCertificate,
): FilterChain => ({
  name,
  filter_chain_match: {
    ...(chain.transport ? { transport_protocol: chain.transport } : {}),
    ...(chain.alpn ? { application_protocols: chain.alpn } : {}),
  },
  ...(chain.terminatesTls
    ? { transport_socket: mutualTls(shape.mesh ? [] : OFFERED[chain.carries], certificate) }
    : {}),
  filters: chain.carries === 'http' ? [httpFilter(cluster, shape)] : tcpFilters(cluster, shape),
});

// What istiod's server context offers: pilot/pkg/security/authn/utils and pkg/networking/util.
const OFFERED = { tcp: ['istio-peer-exchange', 'h2', 'http/1.1'], http: ['h2', 'http/1.1'] };
const CIPHERS = [
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
];

const mutualTls = (agreesOn: readonly string[], certificate: WorkloadCertificate): object => ({
  name: 'envoy.transport_sockets.tls',
  typed_config: extension('transport_sockets.tls', 'DownstreamTlsContext', {
    require_client_certificate: true,
    common_tls_context: {
      ...(agreesOn.length > 0 && { alpn_protocols: agreesOn }),
      tls_params: {
        tls_minimum_protocol_version: 'TLSv1_2',
        tls_maximum_protocol_version: 'TLSv1_3',
        cipher_suites: CIPHERS,
      },
      tls_certificates: [
        {
          certificate_chain: { inline_string: certificate.certificate },
          private_key: { inline_string: certificate.key },
        },
      ],
      validation_context: { trusted_ca: { inline_string: certificate.root } },
    },
  }),
});

const tcpFilters = (cluster: string, shape: Shape): readonly object[] => [
  ...(shape.authorization === 'deny'
    ? [
        {
          name: 'envoy.filters.network.rbac',
          typed_config: extension('filters.network.rbac', 'RBAC', { stat_prefix: 'tcp.', rules: {} }),
        },
      ]
    : []),
  {
    name: 'envoy.filters.network.tcp_proxy',
    typed_config: extension('filters.network.tcp_proxy', 'TcpProxy', { stat_prefix: cluster, cluster }),
  },
];

const httpFilter = (cluster: string, shape: Shape): object => ({
  name: 'envoy.filters.network.http_connection_manager',
  typed_config: extension('filters.network.http_connection_manager', 'HttpConnectionManager', {
    stat_prefix: cluster,
    // A server's sidecar names itself so, a client's keeps Envoy's own name: pilot/pkg/networking/util/proxy_headers.go.
    ...(shape.direction === 'inbound' && !shape.mesh ? { server_name: 'istio-envoy' } : {}),
    route_config: {
      virtual_hosts: [
        { name: 'all', domains: ['*'], routes: [{ match: { prefix: '/' }, route: { cluster, timeout: '0s' } }] },
      ],
    },
    http_filters: [
      ...(shape.authorization === 'deny'
        ? [{ name: 'envoy.filters.http.rbac', typed_config: extension('filters.http.rbac', 'RBAC', { rules: {} }) }]
        : []),
      { name: 'envoy.filters.http.router', typed_config: extension('filters.http.router', 'Router') },
    ],
  }),
});
