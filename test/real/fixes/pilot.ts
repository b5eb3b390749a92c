import type { Shape } from '../envoy/shapes.ts';
import type { Service, State } from './state.ts';

/** How istiod sets up the way from the prober to the server. A null sidecar is none: the connection goes on as it is. */
export interface Path {
  readonly client: Shape | null;
  /** What the client's sidecar or gateway speaks to the server's pod. */
  readonly transport: 'mutual-tls' | 'plain';
  readonly server: Shape | null;
}

/**
 * Where the prober stands and what it dials. `outside`: the server's address. `gateway`: outside, and the gateway instead of the
 * server. `meshed-client`: the Service, or the server outside. `meshed-client-to-pod`: the pod by its own address.
 */
export type Vantage = 'outside' | 'meshed-client' | 'meshed-client-to-pod' | 'gateway';

/** The way that istiod makes of these objects. Each rule names the file of istio/istio (1.29) that it follows. */
export function pathOf(state: State, vantage: Vantage): Path {
  const client = clientProxy(state, vantage);
  return { client, transport: client ? transportOf(state, vantage) : 'plain', server: serverSidecar(state) };
}

/** Inbound: the targetPort's chains, by the Service port's protocol. pilot/pkg/networking/core/listener_inbound.go */
function serverSidecar(state: State): Shape | null {
  const { server } = state;
  if (!server?.hasSidecar || excluded(server.annotations, 'excludeInboundPorts', state.targetPort)) return null;
  const mode = modeOf(state);
  return { direction: 'inbound', mode, declared: declaredBy(state.service), timeoutMs: 0, onTimeout: 'continue' };
}

/** Outbound: the first listener that takes the address that is dialled. pilot/pkg/networking/core/listener.go */
function clientProxy(state: State, vantage: Vantage): Shape | null {
  const outbound = (declared: Shape['declared']): Shape => {
    return { direction: 'outbound', mode: 'disable', declared, timeoutMs: 0, onTimeout: 'continue' };
  };
  if (vantage === 'outside') return null;
  if (vantage === 'gateway') return state.gatewayProtocol === 'TCP' ? outbound('tcp') : null;
  const { client, address } = state;
  if (!client?.hasSidecar || excluded(client.annotations, 'excludeOutboundPorts', state.port)) return null;
  if (excluded(client.annotations, 'excludeOutboundIPRanges', `${address}/32`)) return null;
  if (vantage === 'meshed-client' && state.service) return outbound(declaredBy(state.service));
  return outbound(vantage === 'meshed-client' ? declaredOutside(state) : sharedOr('tcp', state));
}

/**
 * A ServiceEntry's address has a listener of its own; without one its port is shared with everybody, and sniffed as soon as
 * anybody on it speaks HTTP. The four well-known ports are known for Services only. listener.go, buildListenerFromEntry
 */
function declaredOutside(state: State): Shape['declared'] {
  const { entry } = state;
  if (!entry) return sharedOr('tcp', state);
  const declared = entry.protocol === 'TCP' ? 'tcp' : 'auto';
  if (entry.addresses.length === 0) return sharedOr(declared, state);
  return entry.addresses.includes(dialledIn(state)) ? declared : sharedOr('tcp', state);
}

/** With DNS capture the sidecar answers a name with its entry's address. pkg/dns/client of istio/istio */
function dialledIn({ client, entry, address, dialsByName }: State): string {
  const captures = client?.annotations['proxy.istio.io/config']?.includes('ISTIO_META_DNS_CAPTURE: "true"');
  return (dialsByName && captures ? entry?.addresses[0] : undefined) ?? address;
}

/** What no listener of its own takes passes unseen, unless an HTTP service has opened the port for all addresses. */
function sharedOr(otherwise: Shape['declared'], { isSharedWithHttp }: State): Shape['declared'] {
  return isSharedWithHttp ? 'auto' : otherwise;
}

/**
 * Auto mTLS follows the server's mode, and its pods' having a sidecar, unless a DestinationRule says otherwise; a pod's address
 * is no Service's. pilot/pkg/networking/core/cluster_tls.go
 */
function transportOf(state: State, vantage: Vantage): Path['transport'] {
  if (vantage === 'meshed-client-to-pod' || !state.server?.hasSidecar || !state.service) return 'plain';
  if (state.destinationTls === 'DISABLE') return 'plain';
  if (state.destinationTls === 'ISTIO_MUTUAL') return 'mutual-tls';
  return modeOf(state) === 'disable' ? 'plain' : 'mutual-tls';
}

/** A port's own mode needs a selector that fits, and is looked up by the targetPort. pilot/pkg/security/authn/policy_applier.go */
function modeOf({ policy, server, targetPort, meshMode }: State): Shape['mode'] {
  const labels = Object.entries(policy?.labels ?? {});
  const fits = labels.every(([key, value]) => server?.labels[key] === value);
  const mode = fits && labels.length > 0 ? policy?.ports[String(targetPort)] : undefined;
  return (mode ?? (fits ? policy?.mode : null) ?? meshMode).toLowerCase() as Shape['mode'];
}

/** appProtocol replaces the name; unknown words are no declaration, save on four ports. pkg/config/kube/conversion.go */
export function declaredBy(service: Service | null): Shape['declared'] {
  if (!service) return 'auto';
  const word = (service.appProtocol ?? service.portName?.split('-')[0] ?? '').toLowerCase();
  if (['http', 'http2', 'grpc', 'grpc-web'].includes(word)) return 'http';
  if (['tcp', 'tls', 'https', 'mysql', 'mongo', 'redis'].includes(word)) return 'tcp';
  return [25, 53, 3306, 27017].includes(service.port) ? 'tcp' : 'auto';
}

function excluded(annotations: Readonly<Record<string, string>>, name: string, value: number | string): boolean {
  return (annotations[`traffic.sidecar.istio.io/${name}`] ?? '').split(',').includes(String(value));
}
