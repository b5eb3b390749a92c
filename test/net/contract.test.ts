import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

/** Far enough apart that a busy machine does not change their order, and short, since here they are waited for. */
const TIMEOUT_MS = 150;
const LATE_MS = 350;
const STAY_MS = 900;
const TOGETHER = 8;

/** Every kind of peer. */
const PEERS: Readonly<Record<string, Servable>> = {
  ...servedServers(),
  'slow smtp': servers.slow(servers.smtp, TIMEOUT_MS),
  'dripping ssh': servers.dripping(servers.ssh, 1),
  'scolding smtp': servers.scolding(servers.smtp, LATE_MS + TIMEOUT_MS, {
    say: '554 SMTP synchronization error\r\n',
    close: 'fin',
  }),
  'turning away': servers.turningAway('421 too many connections\r\n'),
  constant: { kind: 'server', talk: { kind: 'constant', reply: { say: 'what?\r\n' } } },
  'hanging up': { kind: 'server', talk: { kind: 'hangs-up', atBytes: 4, how: 'fin' } },
  'resetting on words': { kind: 'server', talk: { kind: 'hangs-up', atBytes: 4, how: 'reset' } },
  'permissive smtp': istio(servers.smtp, PERMISSIVE),
  'permissive mysql': istio(servers.mysql, PERMISSIVE),
  'permissive http': istio(servers.http, PERMISSIVE),
  'permissive, dead app': istio(REFUSED, PERMISSIVE),
  'permissive, with a timeout': istio(servers.smtp, { ...PERMISSIVE, timeoutMs: TIMEOUT_MS }),
  'strict mysql': istio(servers.mysql, { mtls: 'strict', declared: 'tcp' }),
  'strict, with a timeout': istio(servers.mysql, { mtls: 'strict', declared: 'tcp', timeoutMs: TIMEOUT_MS }),
  'disable, tcp, dead app': istio(REFUSED, { mtls: 'disable', declared: 'tcp' }),
  'declared http': istio(servers.mysql, { mtls: 'permissive', declared: 'http' }),
  'own sidecar': ownSidecar(servers.ssh),
  linkerd: linkerd(servers.smtp, TIMEOUT_MS),
  haproxy: haproxy(servers.smtp, TIMEOUT_MS),
  nginx: nginx(servers.smtp, TIMEOUT_MS),
  sslh: sslh(servers.smtp, servers.ssh, TIMEOUT_MS),
  'plain proxy': plainProxy(servers.smtp),
  'two proxies': plainProxy(istio(servers.smtp, PERMISSIVE)),
  replicas: { kind: 'replicas', peers: [servers.smtp, servers.mute] },
  refused: REFUSED,
};

/** What the client does: it says these bytes some time after the opening, and leaves at the end. */
const SCRIPTS: Readonly<Record<string, { readonly say: string; readonly afterMs: number }>> = {
  silent: { say: '', afterMs: 0 },
  'nudge at once': { say: NUDGE, afterMs: 0 },
  'a late nudge': { say: NUDGE, afterMs: LATE_MS },
  'four bytes': { say: '\r\n\r\n', afterMs: 0 },
  'a request': { say: GET, afterMs: 0 },
  'a hello': { say: HELLO, afterMs: 0 },
  'a goodbye': { say: 'QUIT\r\n', afterMs: LATE_MS },
};

const real = nodeWorld();
afterAll(() => real.close());

type Stories = Readonly<Record<string, string>>;

describe('a lab peer does the same on real sockets and in simulation', () => {
  let onLoopback: Record<string, Stories>;

  // Several at once, since what takes the time is the waiting; not all, since a burst would make the clients late.
  beforeAll(async () => {
    const peers = Object.entries(PEERS);
    onLoopback = {};
    for (let start = 0; start < peers.length; start += TOGETHER) {
      const some = Object.fromEntries(peers.slice(start, start + TOGETHER));
      Object.assign(onLoopback, await ofEach(some, (peer) => ofEach(SCRIPTS, (script) => onSockets(peer, script))));
    }
  });

  it.each(Object.keys(PEERS))('%s', async (name) => {
    const peer = PEERS[name] ?? REFUSED;
    expect(onLoopback[name]).toEqual(await ofEach(SCRIPTS, (script) => inSimulation(peer, script)));
  });
});

async function ofEach<T, R>(
  items: Readonly<Record<string, T>>,
  make: (item: T) => Promise<R>,
): Promise<Record<string, R>> {
  const made = Object.entries(items).map(async ([name, item]) => [name, await make(item)] as const);
  return Object.fromEntries(await Promise.all(made));
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
