import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { probe } from '../../src/index.ts';
import { makeCertificate } from './envoy/certificates.ts';
import { listenerOf } from './envoy/listener.ts';
import { SHAPES } from './envoy/shapes.ts';
import { clusterOf, type Proxies, socket, startListeners } from './fixes/paths.ts';
import { freePort } from './program.ts';
import { describeReal } from './requirements.ts';
import dovecot from './servers/dovecot-imap.ts';
import mariadb from './servers/mariadb.ts';
import openssh from './servers/openssh.ts';
import type { RealServer, Running, StartOptions } from './servers/real-server.ts';

/** A server, the line that its own log has for each connection, and what it says of one that sends it a ClientHello. */
interface Logged {
  readonly server: RealServer;
  readonly options?: StartOptions;
  readonly connection: RegExp;
  readonly complaint: RegExp;
}

const LOGGED: readonly (readonly [string, Logged])[] = [
  [
    'MariaDB',
    // The first bytes of a TLS record are the length of a packet to it.
    {
      server: mariadb,
      connection: /\[Warning\] (?:Aborted connection|Access denied)/g,
      complaint: /read_length: 6\d{4} /,
    },
  ],
  [
    'OpenSSH',
    {
      server: openssh,
      options: { extra: ['-o', 'LogLevel=VERBOSE'] },
      connection: /^Connection from /gm,
      complaint: /banner line contains invalid characters/,
    },
  ],
  [
    'Dovecot',
    { server: dovecot, connection: /imap-login: Info: Disconnected/g, complaint: /Too many invalid commands/ },
  ],
];

describeReal(
  "by the server's own log, one that greets gets one connection and no ClientHello",
  ['envoy', 'openssl', 'mariadb', 'openssh', 'dovecot'],
  () => {
    describe.each(LOGGED)('%s', (_, { server, options, connection, complaint }) => {
      let running: Running;
      let proxies: Proxies;
      const ports = { 'disable-tcp': 0, 'disable-auto': 0 };

      const connections = (): number => running.log().match(connection)?.length ?? 0;
      const verdictAt = async (port: number): Promise<string> => {
        const { findings } = await probe(`127.0.0.1:${port}`, { patienceMs: 2_000, nudgeAfterMs: 500 });
        return findings[0]?.verdict.kind ?? '';
      };

      beforeAll(async () => {
        running = await server.start(options);
        const certificate = makeCertificate();
        for (const shape of ['disable-tcp', 'disable-auto'] as const) ports[shape] = await freePort();
        proxies = await startListeners(
          (['disable-tcp', 'disable-auto'] as const).map((shape) => {
            return { ...listenerOf(shape, 'server', SHAPES[shape], certificate), address: socket(ports[shape]) };
          }),
          [clusterOf('server', running.port)],
        );
        // Who started it has looked whether it is there.
        await vi.waitFor(() => expect(connections()).toBe(1), { timeout: 10_000 });
      }, 90_000);

      afterAll(async () => {
        await proxies?.stop();
        await running?.stop();
      });

      // Each looks at the log that the one before has left: a line that comes late shows in the next.
      it.each([
        ['direct', 2],
        ['disable-tcp', 3],
      ] as const)('%s: one more', async (way, count) => {
        expect(await verdictAt(way === 'direct' ? running.port : ports[way])).toBe('server-first');
        await expect.poll(connections, { timeout: 10_000 }).toBe(count);
        expect(running.log()).not.toMatch(complaint);
      });

      it('and it would show: where its greeting is held back, it complains of a ClientHello', async () => {
        expect(connections()).toBe(3);
        expect(await verdictAt(ports['disable-auto'])).toBe('stalled');
        await expect.poll(() => running.log(), { timeout: 10_000 }).toMatch(complaint);
        expect(connections()).toBeGreaterThan(4);
      });
    });
  },
);
