import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LANDMARKS } from '../../src/mesh/whereami.ts';
import type { Landmark } from '../../src/model/whereabouts.ts';

export const NODE_ID = 'sidecar~10.0.0.2~prober-0.default~default.svc.cluster.local';

const listener = (name: string, address: string, port: number, inspector: string | null, timeout = '0s') => ({
  active_state: {
    listener: {
      name,
      address: { socket_address: { address, port_value: port } },
      traffic_direction: 'OUTBOUND',
      listener_filters: inspector === null ? [] : [{ name: `envoy.filters.listener.${inspector}_inspector` }],
      listener_filters_timeout: timeout,
      continue_on_listener_filters_timeout: true,
    },
  },
});

/** 3307 of 10.0.0.7 waits without end, 3308 passes, and 8080 of anybody waits a second. */
export const DUMP = {
  configs: [
    listener('10.0.0.7_3307', '10.0.0.7', 3_307, 'http'),
    listener('10.0.0.7_3308', '10.0.0.7', 3_308, null),
    listener('0.0.0.0_8080', '0.0.0.0', 8_080, 'tls', '1s'),
  ],
};

const PAGES: Readonly<Record<string, string>> = {
  '/healthz/ready': '',
  '/server_info': JSON.stringify({ state: 'LIVE', node: { id: NODE_ID } }),
  '/config_dump?resource=dynamic_listeners': JSON.stringify(DUMP),
  '/stats?filter=downstream_pre_cx_active': 'listener.10.0.0.7_3307.downstream_pre_cx_active: 2\n',
};

/** The pages of an Istio sidecar, at a port of its own: Istio's landmarks lead there, the other ones nowhere. */
export async function openSidecar(pages: Readonly<Record<string, string>> = PAGES): Promise<{
  readonly landmarks: readonly Landmark[];
  readonly asked: readonly string[];
  close(): void;
}> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const page = pages[request.url ?? ''];
    response.writeHead(page === undefined ? 404 : 200).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  // Nothing listens on port 1 of a loopback.
  const landmarks = LANDMARKS.map((landmark) => ({ ...landmark, port: landmark.mesh === 'istio' ? port : 1 }));
  return { landmarks, asked, close: () => server.close() };
}
