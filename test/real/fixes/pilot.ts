import type { Shape } from '../envoy/shapes.ts';
import type { Service, State } from './state.ts';

/** How istiod sets up the way from the prober to the server. A null sidecar is none: the connection goes on as it is. */
export interface Path {
  readonly client: Shape | null;
  /** What the client's sidecar or gateway speaks to the server's pod. */
  readonly transport: 'mutual-tls' | 'plain';
  readonly server: Shape | null;
}

/** Where the prober stands. `gateway`: outside, and dialling the gateway instead of the server. */
export type Vantage = 'outside' | 'meshed-client' | 'gateway';

/** The way that istiod makes of these objects. Each rule names the file of istio/istio (1.29) that it follows. */
export function pathOf(state: State, vantage: Vantage): Path {
  const server = serverSidecar(state);
  return { client: clientProxy(state, vantage), transport: server ? transportOf(state) : 'plain', server };
}

/** Inbound: the targetPort's chains, by the Service port's protocol. pilot/pkg/networking/core/listener_inbound.go */
function serverSidecar(state: State): Shape | null {
  const { server } = state;
  if (!server?.hasSidecar || excluded(server.annotations, 'excludeInboundPorts', state.targetPort)) return null;
  const mode = modeOf(state);
  return { direction: 'inbound', mode, declared: declaredBy(state.service), timeoutMs: 0, onTimeout: 'continue' };
}

/** Outbound: a listener for the Service or the ServiceEntry; else one that all servers on this port share. pilot/pkg/networking/core/listener.go */
function clientProxy(state: State, vantage: Vantage): Shape | null {
  const outbound = (declared: Shape['declared']): Shape => {
    return { direction: 'outbound', mode: 'disable', declared, timeoutMs: 0, onTimeout: 'continue' };
  };
  if (vantage === 'outside') return null;
  if (vantage === 'gateway') return state.gatewayProtocol === 'TCP' ? outbound('tcp') : null;
  const { client } = state;
  if (client && excluded(client.annotations, 'excludeOutboundPorts', state.port)) return null;
  if (client?.annotations['traffic.sidecar.istio.io/excludeOutboundIPRanges'] === '127.0.0.1/32') return null;
  if (state.service) return outbound(declaredBy(state.service));
  return outbound(state.entry?.protocol === 'TCP' && state.entry.addresses.length > 0 ? 'tcp' : 'auto');
}

/** Auto mTLS follows the server's mode unless a DestinationRule says otherwise. pilot/pkg/networking/core/cluster_tls.go */
function transportOf(state: State): Path['transport'] {
  if (state.destinationTls === 'DISABLE') return 'plain';
  if (state.destinationTls === 'ISTIO_MUTUAL') return 'mutual-tls';
  return modeOf(state) === 'disable' ? 'plain' : 'mutual-tls';
}

/** A port's own mode needs a selector that fits, and is looked up by the targetPort. pilot/pkg/security/authn/policy_applier.go */
function modeOf({ policy, server, targetPort, meshMode }: State): Shape['mode'] {
  const labels = Object.entries(policy?.labels ?? {});
  const fits = labels.length > 0 && labels.every(([key, value]) => server?.labels[key] === value);
  const mode = fits ? policy?.ports[String(targetPort)] : undefined;
  return (mode ?? meshMode).toLowerCase() as Shape['mode'];
}

/** appProtocol replaces the name; unknown words are no declaration, save on four ports. pkg/config/kube/conversion.go */
function declaredBy(service: Service | null): Shape['declared'] {
  if (!service) return 'auto';
  const word = (service.appProtocol ?? service.portName?.split('-')[0] ?? '').toLowerCase();
  if (['http', 'http2', 'grpc', 'grpc-web'].includes(word)) return 'http';
  if (['tcp', 'tls', 'https', 'mysql', 'mongo', 'redis'].includes(word)) return 'tcp';
  return [25, 53, 3306, 27017].includes(service.port) ? 'tcp' : 'auto';
}

function excluded(annotations: Readonly<Record<string, string>>, name: string, port: number): boolean {
  return (annotations[`traffic.sidecar.istio.io/${name}`] ?? '').split(',').includes(String(port));
}
