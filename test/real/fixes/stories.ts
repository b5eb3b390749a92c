import type { Placement } from '../../../src/model/mesh.ts';
import type { ApiObject } from '../../mesh/recipes/server-side-apply.ts';
import type { Vantage } from './pilot.ts';
import { idOf, type Objects, type State } from './state.ts';

/** A cluster in which something stalls, and the fix that is to free it. */
export interface Story {
  readonly name: string;
  readonly scenario: Placement;
  readonly meshMode: State['meshMode'];
  readonly objects: (port: number, targetPort: number) => Objects;
  readonly vantage: Vantage;
  readonly before: 'stalled' | 'mtls-required' | 'misdeclared';
  readonly fix: string;
  /** Where the prober dials after the fix, if elsewhere than before. */
  readonly vantageAfter?: Vantage;
  /** The kinds of objects of the fix that are left away, to show that they are needed. */
  readonly without?: readonly string[];
  readonly after: 'server-first' | 'stalled';
}

const namespace = (name: string, injected: boolean): ApiObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: injected ? { 'istio-injection': 'enabled' } : {} },
});

const workload = (name: string): ApiObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: name },
  spec: { template: { metadata: { labels: { app: name }, annotations: {} } } },
});

const service = (port: number, targetPort: number, name: string): ApiObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'mail', namespace: 'mail' },
  spec: { selector: { app: 'mail' }, ports: [{ name, port, targetPort, protocol: 'TCP' }] },
});

/** A mail server and a shop that sends mail, with sidecars where the words say so. */
const cluster = (
  meshed: 'server' | 'client' | 'both',
  portName: string | null,
  ...more: ApiObject[]
): Story['objects'] => {
  return (port, targetPort) => {
    const objects = [
      namespace('mail', meshed !== 'client'),
      namespace('shop', meshed !== 'server'),
      workload('mail'),
      workload('shop'),
      ...(portName === null ? [] : [service(port, targetPort, portName)]),
      ...more,
    ];
    return new Map(objects.map((object) => [idOf(object), object]));
  };
};

const plainRule = (port: number): ApiObject => ({
  apiVersion: 'networking.istio.io/v1',
  kind: 'DestinationRule',
  metadata: { name: `deadair-mtls-${port}`, namespace: 'mail' },
  spec: {
    host: 'mail.mail.svc.cluster.local',
    trafficPolicy: { portLevelSettings: [{ port: { number: port }, tls: { mode: 'DISABLE' } }] },
  },
});

const fromOutside = {
  scenario: 'server-in-mesh',
  vantage: 'outside',
  meshMode: 'PERMISSIVE',
  before: 'stalled',
  after: 'server-first',
} as const;
const fromInside = {
  scenario: 'both-in-mesh',
  vantage: 'meshed-client',
  meshMode: 'PERMISSIVE',
  before: 'stalled',
  after: 'server-first',
} as const;
const toOutside = { ...fromInside, scenario: 'client-in-mesh' } as const;

/** Every scenario with every fix that a sidecar's configuration can show, and the half measures that do not help. */
export const STORIES: readonly Story[] = [
  { ...fromOutside, name: 'undeclared', objects: cluster('server', 'smtp'), fix: 'declare-tcp-and-disable-mtls' },
  {
    ...fromOutside,
    name: 'undeclared, declaration only',
    objects: cluster('server', 'smtp'),
    fix: 'declare-tcp-and-disable-mtls',
    without: ['PeerAuthentication'],
    after: 'stalled',
  },
  {
    ...fromOutside,
    name: 'undeclared, exception only',
    objects: cluster('server', 'smtp'),
    fix: 'declare-tcp-and-disable-mtls',
    without: ['Service'],
    after: 'stalled',
  },
  { ...fromOutside, name: 'declared', objects: cluster('server', 'tcp-smtp'), fix: 'disable-mtls-on-port' },
  {
    ...fromOutside,
    name: 'strict',
    objects: cluster('server', 'smtp'),
    meshMode: 'STRICT',
    before: 'mtls-required',
    fix: 'declare-tcp-and-disable-mtls',
  },
  {
    ...fromOutside,
    name: 'taken for HTTP',
    objects: cluster('server', 'http-smtp'),
    before: 'misdeclared',
    fix: 'declare-tcp-and-disable-mtls',
  },
  {
    ...fromOutside,
    name: 'no mutual TLS',
    objects: cluster('server', 'smtp'),
    meshMode: 'DISABLE',
    fix: 'declare-tcp-only',
  },
  { ...fromOutside, name: 'round the sidecar', objects: cluster('server', 'smtp'), fix: 'exclude-inbound-port' },
  {
    ...fromOutside,
    name: 'by a gateway',
    objects: cluster('server', 'smtp'),
    fix: 'enter-by-gateway',
    vantageAfter: 'gateway',
  },
  {
    ...fromOutside,
    name: 'by a gateway, strict',
    objects: cluster('server', 'smtp'),
    meshMode: 'STRICT',
    before: 'mtls-required',
    fix: 'enter-by-gateway',
    vantageAfter: 'gateway',
  },
  {
    ...fromOutside,
    name: 'joining the mesh',
    objects: cluster('server', 'smtp'),
    fix: 'mesh-the-client',
    vantageAfter: 'meshed-client',
  },
  {
    ...fromOutside,
    name: 'joining the mesh, undeclared',
    objects: cluster('server', 'smtp'),
    fix: 'mesh-the-client',
    without: ['Service'],
    vantageAfter: 'meshed-client',
    after: 'stalled',
  },
  { ...fromInside, name: 'both inside', objects: cluster('both', 'smtp'), fix: 'declare-tcp' },
  {
    ...fromInside,
    name: 'both inside, strict',
    objects: cluster('both', 'smtp'),
    meshMode: 'STRICT',
    fix: 'declare-tcp',
  },
  {
    ...fromInside,
    name: 'both inside, plain by a rule',
    objects: (port, targetPort) => cluster('both', 'tcp-smtp', plainRule(port))(port, targetPort),
    fix: 'send-mtls',
  },
  { ...toOutside, name: 'server outside, its Service', objects: cluster('client', 'smtp'), fix: 'declare-tcp-outside' },
  { ...toOutside, name: 'server outside, by address', objects: cluster('client', null), fix: 'service-entry' },
  {
    ...toOutside,
    name: 'server outside, round the sidecar',
    objects: cluster('client', null),
    fix: 'exclude-outbound',
  },
];
