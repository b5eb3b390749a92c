import { parseAllDocuments } from 'yaml';
import { type ApiObject, mergedInto } from '../../mesh/recipes/server-side-apply.ts';

/** What no object tells: what is dialled, and the mode of the whole mesh. */
export interface Place {
  /** The port that is dialled, and the pod's own. */
  readonly port: number;
  readonly targetPort: number;
  /** Where the server is, and whether its client knows it by a name instead. */
  readonly address: string;
  readonly dialsByName: boolean;
  readonly meshMode: 'PERMISSIVE' | 'STRICT' | 'DISABLE';
}

/** What istiod looks at, of all that is in a cluster. */
export interface State extends Place {
  readonly service: Service | null;
  readonly server: Workload | null;
  readonly client: Workload | null;
  readonly policy: { readonly labels: Names; readonly mode: string | null; readonly ports: Names } | null;
  /** Another Service of this port number is declared as HTTP. */
  readonly isSharedWithHttp: boolean;
  readonly entry: { readonly protocol: string | null; readonly addresses: readonly string[] } | null;
  readonly destinationTls: string | null;
  readonly gatewayProtocol: string | null;
}

export interface Service {
  readonly port: number;
  readonly portName: string | null;
  readonly appProtocol: string | null;
}

export interface Workload {
  readonly hasSidecar: boolean;
  readonly labels: Names;
  readonly annotations: Names;
}

type Names = Readonly<Record<string, string>>;

/** The objects of a cluster, by kind and name. */
export type Objects = ReadonlyMap<string, ApiObject>;

export const idOf = ({ kind, metadata }: ApiObject): string =>
  `${kind} ${(metadata as { namespace?: string }).namespace ?? ''}/${(metadata as { name: string }).name}`;

/** Applies a manifest to the cluster, as the server does: what is there is changed, what is not is made. */
export function apply(objects: Objects, manifest: string): Objects {
  const changed = new Map(objects);
  for (const document of parseAllDocuments(manifest, { version: '1.1' })) {
    const object = document.toJS() as ApiObject;
    changed.set(idOf(object), mergedInto(objects.get(idOf(object)) ?? {}, object));
  }
  return changed;
}

/** Reads the objects as istiod does. */
export function stateOf(objects: Objects, place: Place): State {
  const all = [...objects.values()];
  const find = (kind: string, fits: (object: never) => boolean = () => true) =>
    all.find((object) => object.kind === kind && fits(object as never)) as never;
  const injected = (namespace: string) => {
    const labels = (objects.get(`Namespace /${namespace}`)?.metadata as { labels?: Names } | undefined)?.labels;
    return labels?.['istio-injection'] === 'enabled';
  };
  return {
    ...place,
    service: serviceIn(
      find('Service', ({ metadata }: { metadata: Named }) => metadata.name === 'mail'),
      place.port,
    ),
    server: workloadIn(objects.get('Deployment mail/mail'), injected('mail')),
    client: workloadIn(objects.get('Deployment shop/shop'), injected('shop')),
    policy: policyIn(find('PeerAuthentication')),
    isSharedWithHttp: all.some((object) => isHttp(object, place.port)),
    entry: entryIn(find('ServiceEntry'), place.port),
    destinationTls: ruleIn(find('DestinationRule'), place.port),
    gatewayProtocol: gatewayIn(find('Gateway'), place.port),
  };
}

type Named = { readonly name: string };
type Ported = { readonly port: number; readonly name?: string; readonly appProtocol?: string };

function serviceIn(object: { spec: { ports: Ported[] } } | undefined, number: number): Service | null {
  const port = object?.spec.ports.find((one) => one.port === number);
  return port ? { port: number, portName: port.name ?? null, appProtocol: port.appProtocol ?? null } : null;
}

function workloadIn(object: ApiObject | undefined, hasSidecar: boolean): Workload | null {
  const spec = object?.spec as { template: { metadata: { labels?: Names; annotations?: Names } } } | undefined;
  if (!spec) return null;
  const { labels = {}, annotations = {} } = spec.template.metadata;
  return { hasSidecar, labels, annotations };
}

function policyIn(
  object:
    | {
        spec: {
          selector?: { matchLabels: Names };
          mtls?: { mode: string };
          portLevelMtls?: Record<string, { mode: string }>;
        };
      }
    | undefined,
): State['policy'] {
  if (!object) return null;
  const { selector, mtls, portLevelMtls = {} } = object.spec;
  const ports = Object.entries(portLevelMtls).map(([port, { mode }]) => [port, mode]);
  return { labels: selector?.matchLabels ?? {}, mode: mtls?.mode ?? null, ports: Object.fromEntries(ports) };
}

function isHttp({ kind, metadata, spec }: ApiObject, number: number): boolean {
  if (kind !== 'Service' || (metadata as Named).name === 'mail') return false;
  return (spec as { ports: Ported[] }).ports.some(({ port, name }) => port === number && name?.startsWith('http'));
}

function entryIn(
  object: { spec: { addresses?: string[]; ports: { number: number; protocol?: string }[] } } | undefined,
  number: number,
): State['entry'] {
  const port = object?.spec.ports.find((one) => one.number === number);
  return port ? { protocol: port.protocol ?? null, addresses: object?.spec.addresses ?? [] } : null;
}

function ruleIn(
  object:
    | { spec: { trafficPolicy: { portLevelSettings: { port: { number: number }; tls: { mode: string } }[] } } }
    | undefined,
  number: number,
): string | null {
  return object?.spec.trafficPolicy.portLevelSettings.find(({ port }) => port.number === number)?.tls.mode ?? null;
}

function gatewayIn(
  object: { spec: { servers: { port: { number: number; protocol: string } }[] } } | undefined,
  number: number,
): string | null {
  return object?.spec.servers.find(({ port }) => port.number === number)?.port.protocol ?? null;
}
