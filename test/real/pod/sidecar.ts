import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programOf } from '../requirements.ts';
import { POD_ADDRESS, SERVER_ADDRESS, SIDECAR_GROUP, type Spaces } from './spaces.ts';

/** The name that the sidecar gives itself, as istiod would. */
export const NODE_ID = `sidecar~${POD_ADDRESS}~prober-0.default~default.svc.cluster.local`;

/** A listener as istiod makes one for a port that the pod may dial. */
interface Outbound {
  readonly address: string;
  readonly port: number;
  readonly inspectors: readonly ('tls' | 'http')[];
  readonly timeout: string;
  /** What is HTTP goes to a Service, all of whose pods are dead. */
  readonly http?: true;
}

const SNIFFED = { inspectors: ['http'], timeout: '0s' } as const;

/** 3307 is not declared, 3308 is; 3309 is of a dead server; 3311 of a mesh with a detection timeout; 8080 and 8081 are HTTP's. */
const OUTBOUND: readonly Outbound[] = [
  { address: SERVER_ADDRESS, port: 3_307, ...SNIFFED },
  { address: SERVER_ADDRESS, port: 3_308, inspectors: [], timeout: '0s' },
  { address: SERVER_ADDRESS, port: 3_309, ...SNIFFED },
  { address: SERVER_ADDRESS, port: 3_310, ...SNIFFED },
  { address: SERVER_ADDRESS, port: 3_311, inspectors: ['http'], timeout: '1s' },
  { address: '0.0.0.0', port: 8_080, inspectors: ['tls', 'http'], timeout: '0s' },
  { address: '0.0.0.0', port: 8_081, ...SNIFFED, http: true },
];

/** Starts a real Envoy in the pod as its sidecar. `isCounting` is whether it was told to count connections that wait. */
export const startSidecar = async (spaces: Spaces, isCounting: boolean): Promise<{ stop(): Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'deadair-pod-'));
  const listeners = join(folder, 'listeners.json');
  const config = join(folder, 'bootstrap.json');
  const all = [VIRTUAL_OUTBOUND, ...OUTBOUND.map(listenerOf)];
  writeFileSync(listeners, JSON.stringify({ resources: all.map((each) => ({ '@type': LISTENER, ...each })) }));
  writeFileSync(config, JSON.stringify(bootstrapOf(listeners, isCounting)));
  // As root by number, so that it can read its files, and as the sidecar by group, so that its own connections are spared.
  const group = ['setpriv', `--regid=${SIDECAR_GROUP}`, '--clear-groups'];
  const argv = [...group, programOf('envoy'), '-c', config, ...ARGUMENTS];
  const program = await spaces.start('pod', argv, () => spaces.isListening('pod', 15_001));
  return {
    stop: async () => {
      await program.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const ARGUMENTS = ['--disable-hot-restart', '--concurrency', '1', '--log-level', 'warn', '--use-dynamic-base-id'];
const LISTENER = 'type.googleapis.com/envoy.config.listener.v3.Listener';

const extension = (folder: string, message: string, fields: object = {}): object => ({
  '@type': `type.googleapis.com/envoy.extensions.${folder}.v3.${message}`,
  ...fields,
});

const socketAt = (address: string, port: number): object => ({ socket_address: { address, port_value: port } });

const PASS_THROUGH = {
  name: 'envoy.filters.network.tcp_proxy',
  typed_config: extension('filters.network.tcp_proxy', 'TcpProxy', {
    stat_prefix: 'PassthroughCluster',
    cluster: 'PassthroughCluster',
  }),
};

/** Takes every connection that is redirected, and hands it to the listener of its original destination. */
const VIRTUAL_OUTBOUND = {
  name: 'virtualOutbound',
  traffic_direction: 'OUTBOUND',
  address: socketAt('0.0.0.0', 15_001),
  use_original_dst: true,
  filter_chains: [{ filters: [PASS_THROUGH] }],
};

const listenerOf = ({ address, port, inspectors, timeout, http }: Outbound): object => ({
  name: `${address}_${port}`,
  traffic_direction: 'OUTBOUND',
  address: socketAt(address, port),
  bind_to_port: false,
  listener_filters: inspectors.map((kind) => ({
    name: `envoy.filters.listener.${kind}_inspector`,
    typed_config: extension(`filters.listener.${kind}_inspector`, kind === 'tls' ? 'TlsInspector' : 'HttpInspector'),
  })),
  listener_filters_timeout: timeout,
  continue_on_listener_filters_timeout: true,
  filter_chains: http ? [HTTP_CHAIN] : [],
  default_filter_chain: { filters: [PASS_THROUGH] },
});

const bootstrapOf = (listeners: string, isCounting: boolean): object => ({
  node: { id: NODE_ID, cluster: 'prober.default' },
  admin: { address: socketAt('127.0.0.1', 15_000) },
  // Istio keeps little: pkg/bootstrap/config.go. The suffix is what sidecar.istio.io/statsInclusionSuffixes adds.
  stats_config: {
    stats_matcher: {
      inclusion_list: {
        patterns: [{ prefix: 'listener_manager' }, ...(isCounting ? [{ suffix: 'downstream_pre_cx_active' }] : [])],
      },
    },
  },
  dynamic_resources: { lds_config: { path_config_source: { path: listeners } } },
  static_resources: {
    listeners: [READINESS],
    clusters: [
      { name: 'PassthroughCluster', type: 'ORIGINAL_DST', lb_policy: 'CLUSTER_PROVIDED', connect_timeout: '5s' },
      { name: 'dead', type: 'STATIC', connect_timeout: '5s' },
    ],
  },
});

const httpFilter = (name: string, route: object): object => ({
  name: 'envoy.filters.network.http_connection_manager',
  typed_config: extension('filters.network.http_connection_manager', 'HttpConnectionManager', {
    stat_prefix: name,
    route_config: { virtual_hosts: [{ name, domains: ['*'], routes: [route] }] },
    http_filters: [{ name: 'envoy.filters.http.router', typed_config: extension('filters.http.router', 'Router') }],
  }),
});

const HTTP_CHAIN = {
  filter_chain_match: { application_protocols: ['http/1.1', 'h2c'] },
  filters: [httpFilter('dead', { match: { prefix: '/' }, route: { cluster: 'dead' } })],
};

/** The agent's page, which Istio's Envoy passes on at this port. */
const READINESS = {
  name: 'agent',
  address: socketAt('0.0.0.0', 15_021),
  filter_chains: [
    { filters: [httpFilter('agent', { match: { path: '/healthz/ready' }, direct_response: { status: 200 } })] },
  ],
};
