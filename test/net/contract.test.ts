import { afterAll, describe, expect, it } from 'vitest';
import type { Playable } from '../../src/lab/peer.ts';
import { haproxy, istio, linkerd, nginx, ownSidecar, plainProxy, sslh } from '../../src/lab/proxies.ts';
import * as servers from '../../src/lab/servers.ts';
import { simulate } from '../../src/lab/simulate.ts';
import { nodeWorld } from '../../src/net/node.ts';
import { type Servable, serve } from '../../src/net/serve.ts';
import type { Dial, World } from '../../src/net/world.ts';
import { record } from './recorder.ts';

/** The quiet nudge: no inspector takes it for TLS or HTTP, and to no server is it whole. */
const NUDGE = '\x20\x20\x20\x01\x20\x20\x20\x20';
const GET = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';
const HELLO = '\x16\x03\x01\x00\x06\x01\x00\x00\x02\x03\x03';

const REFUSED = { kind: 'refused' } as const;
const PERMISSIVE = { mtls: 'permissive', declared: 'auto' } as const;

/** Every kind of peer; the timeouts are short, since here they are waited for. */
const PEERS: Readonly<Record<string, Servable>> = {
  ...servedServers(),
  'slow smtp': servers.slow(servers.smtp, 30),
  'dripping ssh': servers.dripping(servers.ssh, 1),
  'scolding smtp': servers.scolding(servers.smtp, 150, { say: '554 SMTP synchronization error\r\n', close: 'fin' }),
  'turning away': servers.turningAway('421 too many connections\r\n'),
  constant: { kind: 'server', talk: { kind: 'constant', reply: { say: 'what?\r\n' } } },
  'hanging up': { kind: 'server', talk: { kind: 'hangs-up', atBytes: 4, how: 'fin' } },
  'resetting on words': { kind: 'server', talk: { kind: 'hangs-up', atBytes: 4, how: 'reset' } },
  'permissive smtp': istio(servers.smtp, PERMISSIVE),
  'permissive mysql': istio(servers.mysql, PERMISSIVE),
  'permissive http': istio(servers.http, PERMISSIVE),
  'permissive, dead app': istio(REFUSED, PERMISSIVE),
  'permissive, 30 ms': istio(servers.smtp, { ...PERMISSIVE, timeoutMs: 30 }),
  'strict mysql': istio(servers.mysql, { mtls: 'strict', declared: 'tcp' }),
  'strict, 30 ms': istio(servers.mysql, { mtls: 'strict', declared: 'tcp', timeoutMs: 30 }),
  'disable, tcp, dead app': istio(REFUSED, { mtls: 'disable', declared: 'tcp' }),
  'declared http': istio(servers.mysql, { mtls: 'permissive', declared: 'http' }),
  'own sidecar': ownSidecar(servers.ssh),
  linkerd: linkerd(servers.smtp, 30),
  haproxy: haproxy(servers.smtp, 30),
  nginx: nginx(servers.smtp, 30),
  sslh: sslh(servers.smtp, servers.ssh, 30),
  'plain proxy': plainProxy(servers.smtp),
  'two proxies': plainProxy(istio(servers.smtp, PERMISSIVE)),
  replicas: { kind: 'replicas', peers: [servers.smtp, servers.mute] },
  refused: REFUSED,
};

/** What the client does: it says these bytes some time after the opening, and leaves at the end. */
const SCRIPTS: Readonly<Record<string, { readonly say: string; readonly afterMs: number }>> = {
  silent: { say: '', afterMs: 0 },
  'nudge at once': { say: NUDGE, afterMs: 0 },
  'nudge after 50 ms': { say: NUDGE, afterMs: 50 },
  'four bytes': { say: '\r\n\r\n', afterMs: 0 },
  'a request': { say: GET, afterMs: 0 },
  'a hello': { say: HELLO, afterMs: 0 },
  'a goodbye': { say: 'QUIT\r\n', afterMs: 50 },
};

/** Longer than all that is to happen. */
const STAY_MS = 250;

const real = nodeWorld();
afterAll(() => real.close());

const cases = Object.entries(PEERS).map(([name, peer]) => [name, peer] as const);

describe.each([
  ['node', onNode],
  ['simulated', inNetwork],
] as const)('the %s world keeps the contract', (_name, inWorld) => {
  it.each([
    ['a server that greets', servers.smtp, ['opened', 'received']],
    ['a server that hangs up', servers.closing, ['opened', 'ended']],
    ['a server that resets', servers.resetting, ['opened', 'failed']],
    ['nobody', REFUSED, ['failed']],
  ] as const)('%s: nothing before connect has returned, the opening once and first', async (_peer, peer, kinds) => {
    await inWorld(peer, async (world, dial) => {
      const seen = record(world, dial);
      expect(seen.events).toEqual([]);
      await seen.until(kinds[kinds.length - 1] ?? 'opened');
      await pause(world);
      expect(seen.kinds()).toEqual(kinds);
      seen.wire.destroy();
    });
  });

  it.each(['opened', 'received', 'ended'] as const)('nothing after destroy in %s', async (kind) => {
    await inWorld(servers.turningAway('421 no\r\n'), async (world, dial) => {
      const seen = record(world, dial, (event, wire) => event.kind === kind && wire.destroy());
      await seen.until(kind);
      await pause(world);
      expect(seen.events.at(-1)?.kind).toBe(kind);
    });
  });

  it('nothing after finish, though the server goes on', async () => {
    await inWorld(servers.dripping(servers.ssh, 2), async (world, dial) => {
      const seen = record(world, dial, (event, wire) => event.kind === 'received' && wire.finish());
      await seen.until('received');
      await pause(world);
      expect(seen.kinds()).toEqual(['opened', 'received']);
      seen.wire.destroy();
    });
  });

  it('nothing at all after destroy before the opening', async () => {
    await inWorld(servers.smtp, async (world, dial) => {
      const seen = record(world, dial);
      seen.wire.destroy();
      await pause(world);
      expect(seen.events).toEqual([]);
    });
  });

  it('a cancelled timer is not called, and the others are in order', async () => {
    await inWorld(servers.smtp, async (world) => {
      const called: number[] = [];
      world.after(30, () => called.push(30));
      const cancel = world.after(10, () => called.push(10));
      world.after(1, () => called.push(1));
      cancel();
      cancel();
      await pause(world);
      expect(called).toEqual([1, 30]);
    });
  });

  it('an address resolves to itself, brackets or not', async () => {
    await inWorld(servers.smtp, async (world) => {
      expect(await world.resolve('[::1]')).toEqual({ kind: 'resolved', addresses: ['::1'] });
      expect(await world.resolve('127.0.0.1')).toEqual({ kind: 'resolved', addresses: ['127.0.0.1'] });
    });
  });
});

describe('a lab peer does the same on real sockets and in simulation', () => {
  it.concurrent.each(cases)('%s', async (_name, peer) => {
    const scripts = Object.entries(SCRIPTS);
    const [served, played] = await Promise.all([
      Promise.all(scripts.map(async ([name, script]) => [name, await onSockets(peer, script)])),
      Promise.all(scripts.map(async ([name, script]) => [name, await inSimulation(peer, script)])),
    ]);
    expect(Object.fromEntries(served)).toEqual(Object.fromEntries(played));
  });
});

type Story = (world: World, dial: Dial) => Promise<void>;

async function onNode(peer: Servable, story: Story): Promise<void> {
  const served = await serve(peer);
  await story(real, { address: served.address, port: served.port });
  await served.close();
}

async function inNetwork(peer: Servable, story: Story): Promise<void> {
  const world = simulate({ peers: { '127.0.0.1:1': peer } });
  await world.run(story(world, { address: '127.0.0.1', port: 1 }));
}

function pause(world: World): Promise<void> {
  return new Promise((resolve) => world.after(60, resolve));
}

async function onSockets(peer: Servable, script: { say: string; afterMs: number }): Promise<string> {
  const served = await serve(peer);
  const told = await converse(real, served, script);
  await served.close();
  return told;
}

function inSimulation(peer: Servable, script: { say: string; afterMs: number }): Promise<string> {
  const world = simulate({ peers: { '127.0.0.1:1': peer } });
  return world.run(converse(world, { address: '127.0.0.1', port: 1 }, script));
}

/** The story of a connection without its times; bytes that came in pieces are joined, as pieces are the network's affair. */
async function converse(
  world: World,
  { address, port }: Dial,
  script: { say: string; afterMs: number },
): Promise<string> {
  const seen = record(world, { address, port }, (event, wire) => {
    if (event.kind === 'opened' && script.say !== '') world.after(script.afterMs, () => wire.send(script.say));
  });
  await new Promise<void>((resolve) => world.after(STAY_MS, resolve));
  seen.wire.destroy();
  return seen.events
    .map((event) => {
      if (event.kind === 'received') return event.bytes;
      return event.kind === 'failed' ? `<${event.code}>` : `<${event.kind}>`;
    })
    .join('');
}

function servedServers(): Record<string, Playable> {
  const { smtp, ssh, ftp, pop3, imap, mysql, mysqlBlocked, redis, http, mongodb, postgres } = servers;
  const { echo, mute, closing, resetting } = servers;
  return {
    smtp,
    ssh,
    ftp,
    pop3,
    imap,
    mysql,
    mysqlBlocked,
    redis,
    http,
    mongodb,
    postgres,
    echo,
    mute,
    closing,
    resetting,
  };
}
