import type { Socket } from 'node:net';
import { type AddressInfo, createServer as createTcp } from 'node:net';
import { createServer, type TLSSocket, type TlsOptions } from 'node:tls';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { nodeWorld } from '../../src/net/node.ts';
import { selfSigned } from '../../src/net/self-signed.ts';
import { listen } from './listen.ts';
import { record } from './recorder.ts';

const world = nodeWorld();
afterAll(() => world.close());

const SPIFFE = 'spiffe://cluster.local/ns/db/sa/mysql';
const MESH = selfSigned({ commonName: null, uris: [SPIFFE] });
const NAMED = selfSigned({ commonName: 'db.example', uris: [] });
const MUTUAL: TlsOptions = { ...MESH, requestCert: true, rejectUnauthorized: true };
const CERTIFICATE = {
  subject: '',
  issuer: '',
  uris: [SPIFFE],
  validTo: '2040-01-01T00:00:00.000Z',
  daysLeft: expect.any(Number),
};

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function listenTls(options: TlsOptions, greeting?: string, meet?: (socket: TLSSocket) => void) {
  const server = createServer(options, (socket) => {
    if (greeting !== undefined) socket.write(greeting);
    meet?.(socket);
  });
  server.on('tlsClientError', () => {});
  closing.push(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: '127.0.0.1', port: (server.address() as AddressInfo).port };
}

describe('a TLS server shows itself', () => {
  it.each([
    ['TLSv1.3', ['istio-peer-exchange', 'h2'], ['h2', 'istio-peer-exchange'], 'istio-peer-exchange'],
    ['TLSv1.2', ['istio-peer-exchange', 'h2'], ['istio-peer-exchange'], 'istio-peer-exchange'],
    ['TLSv1.2', ['h2', 'http/1.1'], ['istio-http/1.1', 'h2'], 'h2'],
    ['TLSv1.3', ['h2'], [], null],
    ['TLSv1.2', ['h2'], [], null],
    ['TLSv1.3', undefined, ['h2'], null],
    ['TLSv1.2', undefined, ['h2'], null],
  ] as const)('%s that asks for a certificate, speaks %j and is offered %j', async (version, speaks, offer, alpn) => {
    const server = await listenTls({
      ...MUTUAL,
      minVersion: version,
      maxVersion: version,
      ...(speaks ? { ALPNProtocols: [...speaks] } : {}),
    });
    const seen = record(world, { ...server, tls: { offer } });
    await seen.until('failed');
    expect(seen.events).toEqual([
      { kind: 'opened' },
      { kind: 'secured', protocol: version, alpn, certificate: CERTIFICATE },
      {
        kind: 'failed',
        code:
          version === 'TLSv1.3' ? 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' : 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
        syscall: null,
        local: false,
      },
    ]);
  });

  it('that lets everybody in: what it says in TLS is heard', async () => {
    const server = await listenTls({ ...NAMED, ALPNProtocols: ['h2'] }, '220 hello\r\n');
    const seen = record(world, { ...server, tls: { offer: ['h2'] } });
    await seen.until('received');
    seen.wire.destroy();
    expect(seen.events).toEqual([
      { kind: 'opened' },
      {
        kind: 'secured',
        protocol: 'TLSv1.3',
        alpn: 'h2',
        certificate: { ...CERTIFICATE, subject: 'db.example', issuer: 'db.example', uris: [] },
      },
      { kind: 'received', bytes: '220 hello\r\n' },
    ]);
  });

  it('and hears what we say in it, by which name it was called, and our polite end', async () => {
    const told: unknown[] = [];
    let over = () => {};
    const isOver = new Promise<void>((resolve) => {
      over = resolve;
    });
    const server = await listenTls({ ...NAMED }, '220 hello\r\n', (socket) => {
      told.push(socket.servername);
      socket.on('data', (chunk) => told.push(String(chunk)));
      socket.on('end', over);
    });
    const seen = record(world, { ...server, tls: { offer: [], serverName: 'mail.example' } });
    await seen.until('received');
    seen.wire.send('QUIT\r\n');
    seen.wire.finish();
    await isOver;
    expect(told).toEqual(['mail.example', 'QUIT\r\n']);
    expect(seen.kinds()).toEqual(['opened', 'secured', 'received']);
  });
});

describe('a server that will not', () => {
  it('a handshake that fails before a certificate came', async () => {
    const server = await listenTls({ ...MESH, ALPNProtocols: ['h2'] });
    const seen = record(world, { ...server, tls: { offer: ['kuma'] } });
    await seen.until('failed');
    expect(seen.events.slice(1)).toEqual([
      { kind: 'failed', code: 'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL', syscall: null, local: false },
    ]);
  });

  it.each([
    ['greets', (socket: Socket) => socket.write('220 hello\r\n'), ['opened', 'received']],
    ['greets and closes', (socket: Socket) => socket.end('220 hello\r\n'), ['opened', 'received', 'ended']],
    ['closes', (socket: Socket) => socket.end(), ['opened', 'ended']],
    ['closes on the hello', (socket: Socket) => socket.once('data', () => socket.end()), ['opened', 'ended']],
    [
      'resets on the hello',
      (socket: Socket) => socket.once('data', () => socket.resetAndDestroy()),
      ['opened', 'failed'],
    ],
    ['resets at once', (socket: Socket) => socket.resetAndDestroy(), ['opened', 'failed']],
  ] as const)('speaks no TLS and %s', async (_name, play, kinds) => {
    const server = await listen((socket) => void play(socket));
    const seen = record(world, { ...server, tls: { offer: ['h2'] } });
    await seen.until(kinds[kinds.length - 1] ?? 'opened');
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    seen.wire.destroy();
    expect(seen.kinds()).toEqual(kinds);
    for (const event of seen.events) {
      if (event.kind === 'received') expect(event.bytes).toBe('220 hello\r\n');
      if (event.kind === 'failed') expect(event).toMatchObject({ code: 'ECONNRESET', local: false });
    }
  });

  it('is not there', async () => {
    const { address, port } = await listen(() => {});
    const seen = record(world, { address, port: port === 1 ? 2 : 1, tls: { offer: [] } });
    await seen.until('failed');
    expect(seen.events).toEqual([{ kind: 'failed', code: 'ECONNREFUSED', syscall: 'connect', local: false }]);
  });

  it('says something that only begins like TLS', async () => {
    const server = await listen((socket) => socket.write('\x15garbage that is long enough to be read as a record'));
    const seen = record(world, { ...server, tls: { offer: [] } });
    await seen.until('failed');
    expect(seen.events[1]).toMatchObject({ kind: 'failed', local: false });
    expect(seen.events[1]).toHaveProperty('code', expect.stringMatching(/^ERR_SSL_/));
  });
});

describe('leaving', () => {
  it.each(['destroy', 'finish'] as const)('%s before node:tls is loaded: no connection is made', async (leave) => {
    let accepted = 0;
    const server = await listen(() => {
      accepted += 1;
    });
    const seen = record(world, { ...server, tls: { offer: [] } });
    seen.wire[leave]();
    const other = record(world, server);
    await other.until('opened');
    other.wire.destroy();
    expect(seen.events).toEqual([]);
    expect(accepted).toBeLessThanOrEqual(1);
  });

  it.each(['opened', 'secured'] as const)('in %s: nothing more is heard', async (kind) => {
    const server = await listenTls(MUTUAL);
    const seen = record(
      world,
      { ...server, tls: { offer: [] } },
      (event, wire) => event.kind === kind && wire.destroy(),
    );
    await seen.until(kind);
    for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
    expect(seen.events.at(-1)?.kind).toBe(kind);
  });
});

/** Node 20 crashes as a whole when a TLS socket is asked for its session after it has closed. */
it('a hundred servers that refuse at once do no harm', async () => {
  const server = createTcp((socket) => socket.on('error', () => {}).end('220 no TLS here\r\n'));
  closing.push(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const all = Array.from({ length: 100 }, () => record(world, { address: '127.0.0.1', port, tls: { offer: ['h2'] } }));
  await Promise.all(all.map((seen) => seen.until('ended')));
  for (const seen of all) seen.wire.destroy();
  expect(new Set(all.map((seen) => seen.kinds().join()))).toEqual(new Set(['opened,received,ended']));
});
