import { connect, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROBES } from '../../probes/index.ts';
import { fingerprint, type Reading } from '../../src/decide/fingerprint.ts';
import { QUIET_NUDGE } from '../../src/experiment/nudges.ts';
import type { Exchange, Probe, SpeaksFirst } from '../../src/model/probe.ts';
import { REAL_SERVERS } from './servers/index.ts';
import type { RealServer, Running } from './servers/real-server.ts';

const SILENT_MS = 300;
const ANSWER_MS = 4_000;

/** What some servers do about the quiet nudge when it comes before their greeting; the others greet as if nothing had been said. */
const AT_THE_NUDGE: Readonly<Record<string, 'scolding' | 'unknown'>> = {
  exim: 'scolding',
  sendmail: 'scolding',
  // LibVNCServer takes early bytes for the beginning of a WebSocket, and closes.
  x11vnc: 'unknown',
};

/** Told from others only by the port. */
const USUAL_PORT: Readonly<Record<string, number>> = { 'dovecot-submission': 587 };

/** Not waiting for the client, though the protocol lets it begin: both sides send at once. */
const BOTH_BEGIN = new Set(['bird', 'nghttpd']);

/** Those that the goodbye does not end: it only says who was there, or lets us in; Leafnode takes its time. */
const STAYS = new Set(['openssh', 'dropbear', 'tinysshd', 'sphinx-mysql', 'leafnode']);

const SERVERS: readonly RealServer[] = Object.values(REAL_SERVERS);
const missing = SERVERS.filter((server) => !server.available()).map(({ name, package: from }) => `${name} (${from})`);

if (process.env.CI === 'true') {
  it('has every server at hand', () => {
    expect(missing).toEqual([]);
  });
}

const probeOf = ({ protocol }: RealServer): Probe | undefined => PROBES.find(({ name }) => name === protocol);
const here = (speaksFirst: SpeaksFirst) =>
  SERVERS.filter((server) => server.speaksFirst === speaksFirst && server.available());

/** Starts it for the tests of one block. */
const started = (server: RealServer): { readonly port: number } => {
  let running: Running | undefined;
  beforeAll(async () => {
    running = await server.start();
  }, 120_000);
  afterAll(() => running?.stop(), 20_000);
  return {
    get port() {
      return running?.port ?? 0;
    },
  };
};

describe.each(here('server'))('$name', (server) => {
  const opening = probeOf(server)?.opening;
  const running = started(server);

  it('greets unprompted, and is known by it', async () => {
    const reading = await hear(running.port, '', ANSWER_MS, USUAL_PORT[server.name]);
    expect(reading).toMatchObject({ kind: 'greeting', probe: { name: server.protocol } });
    if (server.version) expectVersion(reading, server.version);
  });

  it(`meets the quiet nudge with ${AT_THE_NUDGE[server.name] ?? 'its greeting'}`, async () => {
    expect((await hear(running.port, QUIET_NUDGE, ANSWER_MS)).kind).toBe(AT_THE_NUDGE[server.name] ?? 'greeting');
  });

  if (probeOf(server)?.goodbye && !STAYS.has(server.name)) {
    it('hangs up by itself when it has heard the goodbye', async () => {
      expect(await takeLeave(running.port, probeOf(server)?.goodbye ?? [])).toBe('hung up');
    });
  }

  if (opening === undefined) return;
  it('greets all the same when its opening comes first', async () => {
    const reading = await hear(running.port, opening, ANSWER_MS);
    expect(reading).toMatchObject({ kind: 'greeting', probe: { name: server.protocol } });
  });
});

describe.each(here('client'))('$name', (server) => {
  const { inside } = server;
  const running = started(server);

  it('is known by its answer to the opening', async () => {
    const reading = await hear(running.port, probeOf(server)?.opening ?? '', ANSWER_MS);
    expect(reading).toMatchObject({ probe: { name: server.protocol } });
    if (server.version && !inside) expectVersion(reading, server.version);
  });

  if (inside !== undefined) {
    it(`has ${inside} inside`, async () => {
      const reading = await hearInside(running.port, inside);
      expect(reading).toMatchObject({ probe: { name: inside } });
      if (server.version) expectVersion(reading, server.version);
    });
  }

  if (BOTH_BEGIN.has(server.name)) return;
  it('is silent until it is asked', async () => {
    expect(await hear(running.port, '', SILENT_MS)).toMatchObject({ kind: 'unknown' });
  });
});

const expectVersion = (reading: Reading, version: RegExp): void => {
  expect(reading).toMatchObject({ version: expect.stringMatching(version) });
};

/** What comes back, read without the help of a port, as soon as it says something to the catalogue and has been still for a moment. */
const hear = (port: number, say: string, waitMs: number, usualPort = 0): Promise<Reading> =>
  hearOn(connect({ host: '127.0.0.1', port, noDelay: true }), 'connect', say, waitMs, usualPort);

/** The same after a TLS handshake, spoken to as the protocol wants it. */
const hearInside = (port: number, protocol: string): Promise<Reading> => {
  const probe = PROBES.find(({ name }) => name === protocol);
  const ALPNProtocols = protocol === 'http2' ? ['h2'] : [];
  // Nobody vouches for the certificates of the tests.
  const socket = connectSecurely({ host: '127.0.0.1', port, rejectUnauthorized: false, ALPNProtocols });
  return hearOn(socket, 'secureConnect', probe?.speaksFirst === 'client' ? (probe.opening ?? '') : '', ANSWER_MS, 0);
};

const hearOn = (
  socket: Socket,
  opened: 'connect' | 'secureConnect',
  say: string,
  waitMs: number,
  usualPort: number,
): Promise<Reading> =>
  new Promise((resolve) => {
    socket.setEncoding('latin1');
    let heard = '';
    const reading = () => fingerprint(heard, PROBES, { port: usualPort, expectedProtocol: null });
    let still: NodeJS.Timeout | undefined;
    const finish = () => {
      clearTimeout(deadline);
      clearTimeout(still);
      socket.destroy();
      resolve(reading());
    };
    const deadline = setTimeout(finish, waitMs);
    socket.once(opened, () => socket.write(say, 'latin1'));
    socket.on('data', (chunk: string) => {
      heard += chunk;
      clearTimeout(still);
      if (reading().kind !== 'unknown') still = setTimeout(finish, 100);
    });
    socket.once('close', finish).once('error', finish);
  });

/** Waits for the greeting and says goodbye, as the prober does: each word once its cue has come. */
const takeLeave = (port: number, goodbye: readonly Exchange[]): Promise<'hung up' | 'stayed'> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true }).setEncoding('latin1');
    const left = [...goodbye];
    let fresh = '';
    const finish = (outcome: 'hung up' | 'stayed') => {
      clearTimeout(deadline);
      socket.destroy();
      resolve(outcome);
    };
    const deadline = setTimeout(() => finish('stayed'), ANSWER_MS);
    socket.on('data', (chunk: string) => {
      fresh += chunk;
      if (left[0] === undefined || left[0].hear?.test(fresh) === false) return;
      socket.write(left.shift()?.say ?? '', 'latin1');
      fresh = '';
    });
    // A server that ends before it was told to proves nothing.
    socket.once('end', () => finish(left.length < goodbye.length ? 'hung up' : 'stayed'));
    socket.once('error', () => finish('stayed'));
  });
