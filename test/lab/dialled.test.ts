import { describe, expect, it } from 'vitest';
import type { Peer } from '../../src/lab/peer.ts';
import { istio } from '../../src/lab/proxies.ts';
import { closing, dripping, greeting, http, resetting, smtp } from '../../src/lab/servers.ts';
import { type Network, simulate } from '../../src/lab/simulate.ts';
import { NUDGE, tell } from './story.ts';

const IDENTITY = 'spiffe://cluster.local/ns/db/sa/mysql';
const sidecar = (app: Peer): Peer => istio(app, { mtls: 'permissive', declared: 'tcp', identity: IDENTITY });

describe('a connection that never opens', () => {
  it.each<readonly [string, Peer, string]>([
    ['nobody', { kind: 'refused' }, 'ECONNREFUSED@0'],
    ['no route', { kind: 'unreachable', code: 'EHOSTUNREACH' }, 'EHOSTUNREACH@0'],
    ['a black hole, for a minute', { kind: 'black-holed' }, 'silence'],
  ])('%s', async (_name, peer, story) => {
    expect(await tell(peer)).toBe(story);
  });

  it('is not heard of after destroy', async () => {
    const world = simulate({ peers: {} });
    const heard: string[] = [];
    const note = (word: string) => () => heard.push(word);
    const told = { opened: note('opened'), received: note('received'), secured: note('secured'), ended: note('ended') };
    world.connect({ address: '10.0.0.1', port: 1 }, { ...told, failed: note('failed') }).destroy();
    await world.run(new Promise<void>((resolve) => world.after(10, resolve)));
    expect(heard).toEqual([]);
  });
});

describe('latency', () => {
  /** When the connection opens and when the first byte comes, with this latency one way. */
  async function times(latencyMs: number): Promise<readonly number[]> {
    const network: Network = { peers: { '10.0.0.1:1': smtp }, latencyMs };
    const world = simulate(network);
    const at: number[] = [];
    const note = () => at.push(world.now());
    const told = { opened: note, received: note, secured: note, ended: note, failed: note };
    world.connect({ address: '10.0.0.1', port: 1 }, told);
    await world.run(new Promise<void>((resolve) => world.after(1_000, resolve)));
    return at;
  }

  it.each([
    [0, [0, 0]],
    [10, [20, 40]],
    [50, [100, 200]],
  ])('of %i ms: a round trip to open, another to greet', async (latencyMs, expected) => {
    expect(await times(latencyMs)).toEqual(expected);
  });

  it('never turns the order of bytes', async () => {
    const long = Array.from({ length: 60 }, (_, index) => String.fromCharCode(48 + index)).join('');
    const told = await tell(dripping(greeting(long), 0.1));
    expect(
      told
        .match(/"(\\?.)"/g)
        ?.map((piece) => JSON.parse(piece))
        .join(''),
    ).toBe(long);
  });
});

describe('a TLS client', () => {
  const SHOWN = `secured istio-peer-exchange ${IDENTITY}@0`;

  it.each<readonly [string, Peer, readonly string[], string]>([
    [
      'is shown a certificate, and turned away for having none',
      sidecar(smtp),
      ['istio-peer-exchange'],
      `${SHOWN} ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED@0`,
    ],
    ['is reset for a dead app', sidecar({ kind: 'refused' }), ['istio-peer-exchange'], `${SHOWN} ECONNRESET@0`],
    ['is left waiting for a black hole', sidecar({ kind: 'black-holed' }), ['istio-peer-exchange'], SHOWN],
    ['is greeted by a server that knows no TLS', smtp, [], '"220 mail.example ESMTP Postfix\\r\\n"@0'],
    [
      'is turned down by one that reads its hello',
      http,
      [],
      '"HTTP/1.1 400 Bad Request\\r\\nContent-Length: 0\\r\\nConnection: close\\r\\n\\r\\n"@0 fin@0',
    ],
    [
      'fails where the answer is TLS and no certificate',
      greeting('\x15\x03\x01\0\x02\x02\x28'),
      [],
      'ERR_SSL_WRONG_VERSION_NUMBER@0',
    ],
    ['meets a FIN', closing, [], 'fin@0'],
    ['meets a reset', resetting, [], 'ECONNRESET@0'],
  ])('%s', async (_name, peer, offer, story) => {
    expect(await tell(peer, {}, offer)).toBe(story);
  });

  it('by hand, without tls, is not shown a certificate but reset: there is nobody to read it', async () => {
    const { clientHello } = await import('../../src/lab/client-hello.ts');
    expect(await tell(sidecar(smtp), { 0: clientHello(['istio-peer-exchange']) })).toBe('ECONNRESET@0');
    expect(await tell(sidecar(smtp), { 0: NUDGE })).toBe('"220 mail.example ESMTP Postfix\\r\\n"@0');
  });
});
