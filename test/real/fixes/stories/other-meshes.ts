import type { ApiObject } from '../../../mesh/recipes/server-side-apply.ts';
import { ambient, byHand, cilium, consul, gateway, kuma } from '../control-planes.ts';
import { idOf, type Objects } from '../state.ts';
import { FROM_INSIDE, FROM_OUTSIDE, type Story, TO_OUTSIDE } from '../story.ts';
import { cluster } from './cluster.ts';

const object = (kind: string, name: string, spec: object): ApiObject => ({
  kind,
  metadata: { name, namespace: 'mail' },
  spec,
});

const and = (base: Story['objects'], ...more: ((port: number) => ApiObject)[]): Story['objects'] => {
  return (port, targetPort): Objects => {
    const objects = more.map((make) => make(port));
    return new Map([...base(port, targetPort), ...objects.map((one) => [idOf(one), one] as const)]);
  };
};

/** Envoy's own default, wherever nobody has set another: it closes. */
const CLOSED_AT_15_S = { end: 'fin', atMs: 15_000 } as const;

const plain = cluster('server', 'smtp');

const AMBIENT = { ...FROM_INSIDE, control: ambient, objects: plain, silence: CLOSED_AT_15_S } as const;

const meshTls = () => object('MeshTLS', 'mode', { mode: 'permissive' });
const named = (appProtocol: string) => (port: number) =>
  object('Service', 'mail', { ports: [{ name: 'mail', port, protocol: 'TCP', appProtocol }] });
const meshed = (): ApiObject => ({
  kind: 'Namespace',
  metadata: { name: 'shop', labels: { 'kuma.io/sidecar-injection': 'enabled' } },
});
const KUMA = { ...FROM_OUTSIDE, control: kuma, objects: and(plain, meshTls), silence: CLOSED_AT_15_S } as const;

const defaults = (spec: object) => () => object('ServiceDefaults', 'mail', spec);
const STRICT_CONSUL = {
  ...FROM_OUTSIDE,
  control: consul,
  objects: and(plain, defaults({ protocol: 'tcp' })),
  // Without an inspector it answers plain bytes with a TLS alert, as any TLS server does: its certificate tells.
  before: 'mtls-required',
} as const;

const l7Rule = (direction: 'ingress' | 'egress') => (port: number) =>
  object('CiliumNetworkPolicy', 'l7', {
    [direction]: [{ toPorts: [{ ports: [{ port: String(port) }], rules: { l7proto: 'mail' } }] }],
  });
/** What the title asks for: the port out of the rule that there was. */
const withoutL7 = (direction: 'ingress' | 'egress') => (port: number) =>
  JSON.stringify(
    object('CiliumNetworkPolicy', 'l7', { [direction]: [{ toPorts: [{ ports: [{ port: String(port) }] }] }] }),
  );
const CILIUM = { ...FROM_OUTSIDE, control: cilium, objects: and(plain, l7Rule('ingress')), silence: CLOSED_AT_15_S };

const listener = (isContinuing: boolean) => () =>
  object('Listener', 'mail', { listener_filters: ['tls_inspector', 'http_inspector'], continue: isContinuing });
const BY_HAND = {
  ...FROM_OUTSIDE,
  control: byHand,
  silence: CLOSED_AT_15_S,
  fix: 'envoy-without-inspectors',
  byHand: () => JSON.stringify(object('Listener', 'mail', { listener_filters: ['original_dst'] })),
} as const;

/** The meshes besides Istio with sidecars whose proxy is an Envoy. Their control planes are restated, not run. */
export const OTHER_MESHES: readonly Story[] = [
  { ...AMBIENT, name: 'a waypoint', fix: 'ambient-declare-tcp' },
  { ...AMBIENT, name: 'round the waypoint', fix: 'ambient-bypass-waypoint' },
  { ...KUMA, name: 'Kuma permissive', fix: 'kuma-exclude-inbound-port' },
  { ...KUMA, name: 'Kuma permissive, joining the mesh', fix: 'kuma-mesh-the-client', vantageAfter: 'meshed-client' },
  {
    ...FROM_INSIDE,
    control: kuma,
    objects: and(plain, meshTls, meshed, named('http')),
    before: 'misdeclared',
    name: 'Kuma, taken for HTTP',
    fix: 'kuma-declare-tcp',
  },
  {
    ...TO_OUTSIDE,
    control: kuma,
    objects: and(cluster('client', null), meshed, () => object('MeshPassthrough', 'all', { appendMatch: [] })),
    silence: CLOSED_AT_15_S,
    name: 'Kuma, passed through with matches',
    fix: 'kuma-exclude-outbound-port',
  },
  { ...STRICT_CONSUL, name: 'Consul', fix: 'consul-permissive-mtls' },
  { ...STRICT_CONSUL, name: 'Consul, round the proxy', fix: 'consul-exclude-inbound-port' },
  {
    ...FROM_INSIDE,
    control: consul,
    objects: and(plain, defaults({ protocol: 'http' })),
    before: 'misdeclared',
    name: 'Consul, taken for HTTP',
    fix: 'consul-protocol-tcp',
  },
  {
    ...TO_OUTSIDE,
    control: consul,
    objects: and(cluster('client', null), () => object('Destination', 'db', { addresses: ['db.example.com'] })),
    silence: CLOSED_AT_15_S,
    name: 'Consul, a Destination with a hostname',
    fix: 'consul-exclude-outbound-port',
  },
  { ...CILIUM, name: 'Cilium, an L7 rule', fix: 'cilium-l4-rule', byHand: withoutL7('ingress') },
  { ...CILIUM, name: 'Cilium, an L7 rule that stays', fix: 'cilium-l4-rule', after: 'stalled' },
  {
    ...CILIUM,
    ...{ scenario: 'client-in-mesh' as const, objects: and(plain, l7Rule('egress')) },
    name: 'Cilium, an L7 rule for the client',
    fix: 'cilium-l4-egress-rule',
    byHand: withoutL7('egress'),
  },
  {
    ...FROM_OUTSIDE,
    control: gateway,
    objects: (port) => {
      const base = object('Gateway', 'my-gateway', { servers: [{ port: { number: port, protocol: 'HTTP' } }] });
      return new Map([[idOf(base), base]]);
    },
    before: 'misdeclared',
    name: 'a gateway that takes the port for HTTP',
    fix: 'gateway-tcp-server',
  },
  { ...BY_HAND, name: 'an Envoy written by hand', objects: and(plain, listener(false)) },
  {
    ...BY_HAND,
    name: 'an Envoy that goes on after its timeout, as Open Service Mesh has it',
    objects: and(plain, listener(true)),
    silence: { end: 'greeting', atMs: 15_000 },
  },
];
