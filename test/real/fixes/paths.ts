import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adminAt } from '../envoy/admin.ts';
import { makeCertificate, type WorkloadCertificate } from '../envoy/certificates.ts';
import { listenerOf } from '../envoy/listener.ts';
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
}

/** The sidecars of all these ways, in one real Envoy. */
export function startPaths(entrances: readonly Entrance[], serverPort: number): Promise<() => Promise<void>> {
  const certificate = makeCertificate('spiffe://cluster.local/ns/mail/sa/mail');
  const parts = entrances.map((entrance) => proxiesOf(entrance, certificate));
  const clusters = [clusterOf('server', serverPort), ...parts.flatMap((part) => part.clusters)];
  return startListeners(
    parts.flatMap(({ listeners }) => listeners),
    clusters,
  );
}

/** A real Envoy with these listeners; what comes back stops it. */
export async function startListeners(
  listeners: readonly object[],
  clusters: readonly object[],
): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'deadair-fixes-'));
  const [config, adminFile] = [join(folder, 'bootstrap.json'), join(folder, 'admin')];
  const bootstrap = { admin: { address: socket(0) }, static_resources: { listeners, clusters } };
  writeFileSync(config, JSON.stringify(bootstrap), { mode: 0o600 });
  const args = ['-c', config, '--admin-address-path', adminFile, '--disable-hot-restart', '--concurrency', '1'];
  const isReady = async () => existsSync(adminFile) && adminAt(readFileSync(adminFile, 'utf8')).isLive();
  const program = await startProgram(programOf('envoy'), [...args, '--log-level', 'warn'], isReady);
  return async () => {
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The client's sidecar, if there is one, dials the server's, if there is one; the last of them dials the server. */
function proxiesOf({ name, path, port, innerPort }: Entrance, certificate: WorkloadCertificate) {
  const listeners: object[] = [];
  const clusters: object[] = [];
  if (path.server) {
    const at = path.client ? innerPort : port;
    listeners.push({ ...listenerOf(`${name}-server`, 'server', path.server, certificate), address: socket(at) });
  }
  if (path.client) {
    const to = path.server ? `${name}-inner` : 'server';
    listeners.push({ ...listenerOf(`${name}-client`, to, path.client, certificate), address: socket(port) });
    if (path.server) clusters.push(clusterOf(to, innerPort, path.transport === 'mutual-tls' ? certificate : undefined));
  }
  return { listeners, clusters };
}

/** Where a listener sends what it passes on. */
export function clusterOf(name: string, port: number, certificate?: WorkloadCertificate): object {
  return {
    name,
    type: 'STATIC',
    connect_timeout: '10s',
    load_assignment: { cluster_name: name, endpoints: [{ lb_endpoints: [{ endpoint: { address: socket(port) } }] }] },
    ...(certificate && { transport_socket: mutualTls(certificate) }),
  };
}

/** What a client's sidecar says first, for a TCP cluster: pilot/pkg/networking/util of istio/istio, ALPNInMeshWithMxc. */
function mutualTls({ root, certificate, key }: WorkloadCertificate): object {
  return {
    name: 'envoy.transport_sockets.tls',
    typed_config: {
      '@type': 'type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext',
      common_tls_context: {
        alpn_protocols: ['istio-peer-exchange', 'istio'],
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
