import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Admin, adminAt } from '../envoy/admin.ts';
import { makeCertificate, type WorkloadCertificate } from '../envoy/certificates.ts';
import { listenerOf } from '../envoy/listener.ts';
import type { ForeignMesh } from '../envoy/shapes.ts';
import { startProgram } from '../program.ts';
import { programOf } from '../requirements.ts';
import type { Path } from './pilot.ts';

/** One way through the mesh, and the port on which the prober enters it. */
export interface Entrance {
  readonly name: string;
  readonly path: Path;
  readonly port: number;
  /** Between the client's sidecar and the server's. */
  readonly innerPort: number;
  readonly serverPort: number;
}

/** The sidecars of all these ways, in one real Envoy. */
export function startPaths(entrances: readonly Entrance[]): Promise<Proxies> {
  const certificates = {
    istio: makeCertificate('spiffe://cluster.local/ns/mail/sa/mail'),
    kuma: makeCertificate('spiffe://default/mail_mail_svc_25,URI:kuma://kuma.io/protocol/tcp'),
    consul: makeCertificate('spiffe://11111111-2222.consul/ns/default/dc/dc1/svc/mail'),
  };
  const certificateOf = ({ path: { client, server } }: Entrance) => {
    const mesh = (server ?? client)?.mesh;
    return mesh === 'kuma' || mesh === 'consul' ? certificates[mesh] : certificates.istio;
  };
  const parts = entrances.map((entrance) => proxiesOf(entrance, certificateOf(entrance)));
  return startListeners(
    parts.flatMap(({ listeners }) => listeners),
    parts.flatMap(({ clusters }) => clusters),
  );
}

/** A running Envoy. */
export interface Proxies {
  readonly admin: Admin;
  stop(): Promise<void>;
}

/** A real Envoy with these listeners. */
export async function startListeners(listeners: readonly object[], clusters: readonly object[]): Promise<Proxies> {
  const folder = mkdtempSync(join(tmpdir(), 'deadair-fixes-'));
  const [config, adminFile] = [join(folder, 'bootstrap.json'), join(folder, 'admin')];
  const bootstrap = { admin: { address: socket(0) }, static_resources: { listeners, clusters } };
  writeFileSync(config, JSON.stringify(bootstrap), { mode: 0o600 });
  const args = ['-c', config, '--admin-address-path', adminFile, '--disable-hot-restart', '--concurrency', '1'];
  const isReady = async () => existsSync(adminFile) && adminAt(readFileSync(adminFile, 'utf8')).isLive();
  const program = await startProgram(programOf('envoy'), [...args, '--log-level', 'warn'], isReady);
  const stop = async () => {
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { admin: adminAt(readFileSync(adminFile, 'utf8')), stop };
}

/** The client's sidecar, if there is one, dials the server's, if there is one; the last of them dials the server. */
function proxiesOf({ name, path, port, innerPort, serverPort }: Entrance, certificate: WorkloadCertificate) {
  const [toServer, toPod] = [`${name}, to the server`, `${name}, to the pod`];
  const listeners: object[] = [];
  const clusters = [clusterOf(toServer, serverPort)];
  if (path.server) {
    const at = path.client ? innerPort : port;
    listeners.push({ ...listenerOf(`${name}, server`, toServer, path.server, certificate), address: socket(at) });
  }
  if (path.client) {
    listeners.push({ ...listenerOf(`${name}, client`, toPod, path.client, certificate), address: socket(port) });
    const speaks = path.transport === 'mutual-tls' ? mutualTls(certificate, path.client.mesh) : undefined;
    clusters.push(clusterOf(toPod, path.server ? innerPort : serverPort, speaks));
  }
  return { listeners, clusters };
}

/** Where a listener sends what it passes on. */
export function clusterOf(name: string, port: number, transportSocket?: object): object {
  return {
    name,
    type: 'STATIC',
    connect_timeout: '10s',
    load_assignment: { cluster_name: name, endpoints: [{ lb_endpoints: [{ endpoint: { address: socket(port) } }] }] },
    ...(transportSocket && { transport_socket: transportSocket }),
  };
}

/**
 * What a client's sidecar says first, for a TCP cluster: pilot/pkg/networking/util of istio/istio, ALPNInMeshWithMxc; Kuma's only
 * word is its name (pkg/xds/envoy/tls of kumahq/kuma).
 */
function mutualTls({ root, certificate, key }: WorkloadCertificate, mesh: ForeignMesh | undefined): object {
  return {
    name: 'envoy.transport_sockets.tls',
    typed_config: {
      '@type': 'type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext',
      common_tls_context: {
        alpn_protocols: mesh ? [mesh] : ['istio-peer-exchange', 'istio'],
        tls_certificates: [{ certificate_chain: { inline_string: certificate }, private_key: { inline_string: key } }],
        validation_context: { trusted_ca: { inline_string: root } },
      },
    },
  };
}

/** A port on loopback, in Envoy's words. */
export function socket(port: number): object {
  return { socket_address: { address: '127.0.0.1', port_value: port } };
}
