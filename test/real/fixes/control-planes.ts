import type { ApiObject } from '../../mesh/recipes/server-side-apply.ts';
import type { ForeignMesh, Shape } from '../envoy/shapes.ts';
import { declaredBy, type Path, type Vantage } from './pilot.ts';
import { type Objects, type Place, stateOf } from './state.ts';

type Control = (objects: Objects, place: Place, vantage: Vantage) => Path;

/** A listener whose timeout nobody has set: Envoy closes after 15 s. */
const untimed = (
  direction: Shape['direction'],
  mode: Shape['mode'],
  declared: Shape['declared'],
  mesh?: ForeignMesh,
): Shape => ({ direction, mode, declared, timeoutMs: null, onTimeout: 'close', ...(mesh && { mesh }) });

const only = (server: Shape | null): Path => ({ client: null, transport: 'plain', server });

const specOf = <S>(objects: Objects, kind: string): S | undefined =>
  [...objects.values()].find((object) => object.kind === kind)?.spec as S | undefined;

const metadataOf = (object: ApiObject | undefined) =>
  (object?.metadata ?? {}) as { readonly labels?: Readonly<Record<string, string>> };

const isExcluded = (
  workload: { readonly annotations: Readonly<Record<string, string>> } | null,
  annotation: string,
  port: number,
): boolean => (workload?.annotations[annotation] ?? '').split(',').includes(String(port));

/** ztunnel only carries; the Service's waypoint looks for HTTP on a port that is not declared: listener_waypoint.go of istio/istio (1.29). */
export const ambient: Control = (objects, place) => {
  if (metadataOf(objects.get('Service mail/mail')).labels?.['istio.io/use-waypoint'] === 'none') return only(null);
  return only(untimed('inbound', 'disable', declaredBy(stateOf(objects, place).service)));
};

/** A gateway's listener follows its server's protocol: pilot/pkg/networking/core/gateway.go of istio/istio (1.29). */
export const gateway: Control = (objects, place) => {
  const isTcp = stateOf(objects, place).gatewayProtocol === 'TCP';
  return only(untimed('inbound', 'disable', isTcp ? 'tcp' : 'http'));
};

/** What a data plane reads of a port is its appProtocol, else TCP: see FOREIGN for the listeners. */
export const kuma: Control = (objects, place, vantage) => {
  const { service, server, client } = stateOf(objects, place);
  const declared = service?.appProtocol === 'http' ? 'http' : 'tcp';
  const mode = specOf<{ mode: 'permissive' }>(objects, 'MeshTLS')?.mode;
  const isOut = isExcluded(server, 'traffic.kuma.io/exclude-inbound-ports', place.targetPort);
  const inbound = mode && !isOut ? untimed('inbound', mode, declared, 'kuma') : null;
  const isMeshed = metadataOf(objects.get('Namespace /shop')).labels?.['kuma.io/sidecar-injection'] === 'enabled';
  const isFree = isExcluded(client, 'traffic.kuma.io/exclude-outbound-ports', place.port);
  if (vantage === 'outside' || !isMeshed || isFree) return only(inbound);
  const passesThrough = specOf(objects, 'MeshPassthrough') !== undefined;
  const outbound = untimed('outbound', 'disable', passesThrough ? 'auto' : declared, 'kuma');
  return { client: outbound, transport: inbound ? 'mutual-tls' : 'plain', server: inbound };
};

/** A permissive service takes plain text on its own port; a client's upstream speaks what the service's defaults say. */
export const consul: Control = (objects, place, vantage) => {
  const { server, client } = stateOf(objects, place);
  const defaults = specOf<{ protocol?: string; mutualTLSMode?: string }>(objects, 'ServiceDefaults');
  const declared = defaults?.protocol === 'http' ? 'http' : 'tcp';
  const key = 'consul.hashicorp.com/transparent-proxy-exclude';
  const isOut = !defaults || isExcluded(server, `${key}-inbound-ports`, place.targetPort);
  const takesPlain = defaults?.mutualTLSMode === 'permissive' && vantage === 'outside';
  const inbound = isOut ? null : untimed('inbound', takesPlain ? 'disable' : 'strict', declared, 'consul');
  if (vantage === 'outside' || isExcluded(client, `${key}-outbound-ports`, place.port)) return only(inbound);
  const hasHostname = specOf(objects, 'Destination') !== undefined;
  const outbound = untimed('outbound', 'disable', hasHostname ? 'auto' : declared, 'consul');
  return { client: outbound, transport: inbound ? 'mutual-tls' : 'plain', server: inbound };
};

interface CiliumRule {
  readonly toPorts?: readonly { readonly ports: readonly { readonly port: string }[]; readonly rules?: object }[];
}

/** One rule with an L7 part sends the port through Cilium's Envoy, whatever other rules say of it. */
export const cilium: Control = (objects, { port }) => {
  const policies = [...objects.values()].filter(({ kind }) => kind === 'CiliumNetworkPolicy');
  const rules = policies.flatMap(({ spec }) => {
    const { ingress = [], egress = [] } = spec as { ingress?: CiliumRule[]; egress?: CiliumRule[] };
    return [...ingress, ...egress].flatMap(({ toPorts = [] }) => toPorts);
  });
  const ofPort = rules.filter(({ ports }) => ports.some((one) => one.port === String(port)));
  return only(ofPort.some(({ rules: l7 }) => l7) ? untimed('inbound', 'disable', 'tcp', 'cilium') : null);
};

/** An Envoy of nobody's mesh does what its file says. */
export const byHand: Control = (objects) => {
  const listener = specOf<{ listener_filters: string[]; continue?: boolean }>(objects, 'Listener');
  const isSniffing = listener?.listener_filters.some((name) => name.endsWith('_inspector'));
  const shape = untimed('inbound', 'disable', isSniffing ? 'auto' : 'tcp', 'none');
  return only({ ...shape, onTimeout: listener?.continue ? 'continue' : 'close' });
};
