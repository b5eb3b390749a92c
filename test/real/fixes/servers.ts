import { call } from '../call.ts';
import { makeCertificate } from '../envoy/certificates.ts';
import { startPeers } from '../peers/start.ts';
import realMariadb from '../servers/mariadb.ts';
import realStunnel from '../servers/stunnel.ts';
import type { ServerName } from './story.ts';

/** The servers of the stories, running. */
export interface Servers {
  readonly ports: Readonly<Record<ServerName, number>>;
  /** CLIENT_SSL in the capabilities of its greeting: https://mariadb.com/kb/en/connection/#initial-handshake-packet */
  readonly mariadbOffersTls: boolean;
  stop(): Promise<void>;
}

export async function startServers(): Promise<Servers> {
  const { certificate, key } = makeCertificate('spiffe://example.test/db');
  const peers = await startPeers();
  // Below its folder, which is its working directory.
  const tls = {
    files: { 'tls.pem': certificate, 'tls.key': key },
    extra: ['--ssl-cert=../tls.pem', '--ssl-key=../tls.key'],
  };
  const mariadb = await realMariadb.start(tls);
  const stunnel = await realStunnel.start();
  const { received } = await call({ port: mariadb.port, waitMs: 5_000, enough: 60 });
  return {
    ports: { smtp: peers.port('smtp'), mariadb: mariadb.port, tls: stunnel.port },
    mariadbOffersTls: (capabilitiesIn(received) & CLIENT_SSL) !== 0,
    stop: async () => {
      await mariadb.stop();
      await stunnel.stop();
      await peers.stop();
    },
  };
}

const CLIENT_SSL = 0x0800;

/** Two bytes behind the version, the connection's number, eight bytes of salt and a zero. */
function capabilitiesIn(greeting: string): number {
  const at = greeting.indexOf('\0', 5) + 1 + 4 + 8 + 1;
  return greeting.charCodeAt(at) + 256 * greeting.charCodeAt(at + 1);
}
