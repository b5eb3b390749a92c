import { makeCertificate } from './certificates.ts';
import { listenerOf } from './listener.ts';
import type { Shape } from './shapes.ts';

/** Which of Envoy's two HTTP/1 parsers the HTTP inspector uses: Balsa is the default since Envoy 1.39. */
export type HttpParser = 'balsa' | 'legacy';

export interface Mesh {
  readonly shapes: Readonly<Record<string, Shape>>;
  /** Ports on 127.0.0.1, by name. */
  readonly backends: Readonly<Record<string, number>>;
  readonly httpParser: HttpParser;
  /** Where connections to the application come from; Istio's inbound sidecar uses 127.0.0.6. */
  readonly sourceAddress: string;
}

export const listenerName = (shape: string, backend: string): string => `${shape}--${backend}`;

/** The whole configuration: a listener for every shape in front of every backend. */
export const bootstrapOf = (mesh: Mesh): object => {
  const certificate = makeCertificate();
  const backends = Object.entries(mesh.backends);
  return {
    admin: { address: { socket_address: { address: '127.0.0.1', port_value: 0 } } },
    layered_runtime: {
      layers: [{ name: 'tests', static_layer: { [PARSER_FLAG]: mesh.httpParser === 'balsa' } }],
    },
    static_resources: {
      clusters: backends.map(([name, port]) => clusterOf(name, port, mesh.sourceAddress)),
      listeners: Object.entries(mesh.shapes).flatMap(([shapeName, shape]) =>
        backends.map(([backend]) => listenerOf(listenerName(shapeName, backend), backend, shape, certificate)),
      ),
    },
  };
};

const PARSER_FLAG = 'envoy.reloadable_features.http_inspector_use_balsa_parser';

const clusterOf = (name: string, port: number, sourceAddress: string): object => ({
  name,
  type: 'STATIC',
  connect_timeout: '10s',
  upstream_bind_config: { source_address: { address: sourceAddress, port_value: 0 } },
  load_assignment: {
    cluster_name: name,
    endpoints: [
      { lb_endpoints: [{ endpoint: { address: { socket_address: { address: '127.0.0.1', port_value: port } } } }] },
    ],
  },
});
