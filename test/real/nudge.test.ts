import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NUDGES, QUIET_NUDGE } from '../../src/experiment/nudges.ts';
import { call } from './call.ts';
import { SHAPES, type ShapeName } from './envoy/shapes.ts';
import { type Envoy, startEnvoy } from './envoy/start.ts';
import { type Peers, startPeers } from './peers/start.ts';
import { startHaproxy } from './proxies/haproxy.ts';
import { startNginx } from './proxies/nginx.ts';
import { startSslh } from './proxies/sslh.ts';
import { describeReal } from './requirements.ts';
import realMariadb from './servers/mariadb.ts';
import realOpenssh from './servers/openssh.ts';

const TIMES = 200;
const WAIT_MS = 2_000;

/** How many of `TIMES` fresh connections saw the greeting, after saying this at once. */
const greetings = async (port: number, say: string, greeting: RegExp): Promise<number> => {
  let seen = 0;
  for (let time = 0; time < TIMES; time += 1) {
    const answer = await call({ port, say, waitMs: WAIT_MS, enough: 8 });
    if (greeting.test(answer.received)) seen += 1;
  }
  return seen;
};

const SMTP = /^220 /;
/** A handshake packet of protocol version 10, the first of its connection. */
const MYSQL = /^.{3}\0\n/s;
const SSH = /^SSH-2\.0-/;

const SNIFFING: readonly ShapeName[] = ['permissive-auto', 'permissive-tcp', 'disable-auto', 'outbound-auto'];
const QUIET = ['quiet', 'quiet-tabs', 'quiet-long'] as const;

/** Only these: fewer listeners, a quicker start. */
const shapes = Object.fromEntries(SNIFFING.map((name) => [name, SHAPES[name]]));

describeReal('the quiet nudge through a real Envoy', ['envoy', 'openssl'], () => {
  let peers: Peers;
  const envoys: Partial<Record<'balsa' | 'legacy', Envoy>> = {};

  beforeAll(async () => {
    peers = await startPeers();
    const backends = { smtp: peers.port('smtp') };
    for (const httpParser of ['balsa', 'legacy'] as const)
      envoys[httpParser] = await startEnvoy(shapes, backends, { httpParser });
  });

  afterAll(async () => {
    for (const envoy of Object.values(envoys)) await envoy.stop();
    await peers?.stop();
  });

  const rows = (['balsa', 'legacy'] as const).flatMap((parser) =>
    SNIFFING.flatMap((shape) => QUIET.map((nudge) => [nudge, parser, shape] as const)),
  );

  it.each(rows)('%s, %s parser, %s: the greeting comes every time', async (nudge, parser, shape) => {
    const port = envoys[parser]?.port(shape, 'smtp') ?? 0;
    expect(await greetings(port, NUDGES[nudge], SMTP)).toBe(TIMES);
  });

  it.each(['permissive-auto', 'permissive-tcp'] as const)('CRLF frees nothing on %s', async (shape) => {
    const tries = Array.from({ length: 20 }, () =>
      call({ port: envoys.balsa?.port(shape, 'smtp') ?? 0, say: '\r\n', waitMs: WAIT_MS }),
    );
    for (const answer of await Promise.all(tries)) expect(answer).toMatchObject({ received: '', end: 'open' });
  });
});

describeReal('the quiet nudge to real servers behind a real Envoy', ['envoy', 'openssl', 'mariadb', 'openssh'], () => {
  const stops: (() => Promise<void>)[] = [];
  const envoys: Partial<Record<'balsa' | 'legacy', Envoy>> = {};

  beforeAll(async () => {
    const mariadb = await realMariadb.start();
    const openssh = await realOpenssh.start();
    stops.push(mariadb.stop, openssh.stop);
    for (const httpParser of ['balsa', 'legacy'] as const) {
      // From 127.0.0.1, the one address that MariaDB never blocks for connections it counts as errors.
      const options = { httpParser, sourceAddress: '127.0.0.1' };
      const envoy = await startEnvoy(shapes, { mariadb: mariadb.port, openssh: openssh.port }, options);
      envoys[httpParser] = envoy;
      stops.push(envoy.stop);
    }
  });

  afterAll(async () => {
    for (const stop of stops.reverse()) await stop();
  });

  const rows = (['balsa', 'legacy'] as const).flatMap((parser) =>
    (['permissive-auto', 'disable-auto'] as const).flatMap((shape) =>
      (
        [
          ['mariadb', MYSQL],
          ['openssh', SSH],
        ] as const
      ).map(([server, greeting]) => [server, parser, shape, greeting] as const),
    ),
  );

  it.each(rows)('%s, %s parser, %s: the greeting comes every time', async (server, parser, shape, greeting) => {
    expect(await greetings(envoys[parser]?.port(shape, server) ?? 0, QUIET_NUDGE, greeting)).toBe(TIMES);
  });

  it('QUIT makes MariaDB swallow its own greeting in a part of the runs', async () => {
    const seen = await greetings(envoys.balsa?.port('permissive-auto', 'mariadb') ?? 0, 'QUIT\r\n', MYSQL);
    process.stderr.write(`QUIT to MariaDB behind PERMISSIVE: ${TIMES - seen} of ${TIMES} greetings lost\n`);
    expect(seen).toBeLessThan(TIMES);
  });
});

describe('the quiet nudge through other programs that sniff', () => {
  let peers: Peers;

  beforeAll(async () => {
    peers = await startPeers();
  });

  afterAll(() => peers?.stop());

  describeReal('haproxy', ['haproxy'], () => {
    it.each(QUIET)('%s', async (nudge) => {
      const haproxy = await startHaproxy({ smtp: peers.port('smtp') });
      const seen = await greetings(haproxy.port('haproxy-inspect-5s', 'smtp'), NUDGES[nudge], SMTP);
      await haproxy.stop();
      expect(seen).toBe(TIMES);
    });
  });

  describeReal('nginx', ['nginx'], () => {
    it.each(QUIET)('%s', async (nudge) => {
      const nginx = await startNginx({ smtp: peers.port('smtp') });
      const seen = await greetings(nginx.port('nginx-preread-30s', 'smtp'), NUDGES[nudge], SMTP);
      await nginx.stop();
      expect(seen).toBe(TIMES);
    });
  });

  describeReal('sslh', ['sslh'], () => {
    it.each(QUIET)('%s', async (nudge) => {
      const sslh = await startSslh(5, { ssh: peers.port('smtp'), tls: peers.port('http'), http: peers.port('http') });
      const seen = await greetings(sslh.port, NUDGES[nudge], SMTP);
      await sslh.stop();
      expect(seen).toBe(TIMES);
    });
  });
});
