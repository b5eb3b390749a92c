import type { VerdictKind } from '../model/verdict.ts';
import type { Peer, Playable, Server } from './peer.ts';
import { haproxy, istio, nginx } from './proxies.ts';
import * as servers from './servers.ts';

/** One endpoint of the built-in lab. */
export interface Exhibit {
  readonly name: string;
  readonly description: string;
  readonly peer: Playable | { readonly kind: 'refused' };
  /** The protocol the user is supposed to have named, where the verdict depends on it. */
  readonly expectedProtocol: string | null;
  /** Any of these is right: what is on the edge of two verdicts may fall to either side on a busy machine. */
  readonly verdicts: readonly [VerdictKind, ...VerdictKind[]];
}

const REFUSED = { kind: 'refused' } as const;

/** As Exim does with `helo_accept_junk_hosts` empty: bytes before the greeting are a synchronization error. */
const SCOLDING: Server = servers.scolding(servers.smtp, 2_000, {
  say: '554 SMTP synchronization error\r\n',
  close: 'fin',
});

/** Speaks first, and no catalogue knows it. */
const UNKNOWN: Server = servers.greeting('HELLO from the inventory service, build 4711\r\n');

const IMAPS: Server = servers.overTls(servers.imap, 'mail.example');

/** What `demo` probes and `lab` serves: all on loopback, no other program needed. */
export const SHOWCASE: readonly Exhibit[] = [
  exhibit('smtp', 'a mail server, reached straight', servers.smtp, ['server-first']),
  exhibit('ssh', 'an SSH server, reached straight', servers.ssh, ['server-first']),
  exhibit('mysql', 'a MySQL server, reached straight', servers.mysql, ['server-first'], 'mysql'),
  exhibit('unknown', 'speaks first, in a protocol nobody knows', UNKNOWN, ['server-first']),
  exhibit('redis', 'a store that waits for its client', servers.redis, ['healthy']),
  exhibit('http', 'a web server', servers.http, ['healthy']),
  exhibit('imaps', 'a mail server that greets inside TLS', IMAPS, ['healthy'], 'imaps'),
  exhibit('slow', 'a mail server that takes 1.5 s to greet', servers.slow(servers.smtp, 1_500), ['slow']),
  exhibit('slow-once', 'slow for its first client only', servers.slowOnce(servers.smtp, 2_500), [
    'slow',
    'server-first',
  ]),
  exhibit('early-talk', 'a mail server that punishes who speaks too early', SCOLDING, ['slow']),
  exhibit('mute', 'accepts, reads, and never says a word', servers.mute, ['mute']),
  exhibit('closing', 'accepts and closes', servers.closing, ['closed']),
  exhibit('refusing', 'nobody listens there', REFUSED, ['refused']),
  exhibit('blocked', 'a MySQL server that has had enough of this client', servers.mysqlBlocked, ['refused']),
  exhibit('stalled-smtp', 'a mail server behind a proxy that sniffs for ever', sidecar(servers.smtp), ['stalled']),
  exhibit('stalled-mysql', 'a MySQL server behind such a proxy', sidecar(servers.mysql), ['stalled'], 'mysql'),
  exhibit('sniffed-100ms', 'sniffed for 0.1 s, then let go', sidecar(servers.smtp, 100), ['delayed', 'server-first']),
  exhibit('delayed-1s', 'sniffed for 1 s, then let go', sidecar(servers.smtp, 1_000), ['delayed']),
  exhibit('delayed-5s', 'sniffed for 5 s, then let go', sidecar(servers.mysql, 5_000), ['delayed'], 'mysql'),
  exhibit('inspect-delay', 'HAProxy with an inspect-delay of 2 s', haproxy(servers.smtp, 2_000), ['delayed']),
  exhibit('closing-sniffer', 'sniffed for 2 s, then closed', nginx(servers.smtp, 2_000), ['stalled']),
  exhibit('misdeclared', 'a MySQL server on a port declared as HTTP', declaredHttp(), ['misdeclared'], 'mysql'),
  exhibit('dead-app', 'a sidecar whose application is gone', sidecar(REFUSED), ['intercepted']),
  exhibit('strict', 'a sidecar that takes only mutual TLS', strict(), ['mtls-required']),
];

function exhibit(
  name: string,
  description: string,
  peer: Exhibit['peer'],
  verdicts: Exhibit['verdicts'],
  expectedProtocol: string | null = null,
): Exhibit {
  return { name, description, peer, verdicts, expectedProtocol };
}

function sidecar(app: Peer, timeoutMs?: number): Playable {
  const timeout = timeoutMs === undefined ? {} : { timeoutMs };
  return istio(app, {
    mtls: 'permissive',
    declared: 'auto',
    identity: 'spiffe://cluster.local/ns/lab/sa/app',
    ...timeout,
  });
}

function declaredHttp(): Playable {
  return istio(servers.mysql, { mtls: 'permissive', declared: 'http' });
}

function strict(): Playable {
  return istio(servers.mysql, { mtls: 'strict', declared: 'tcp', identity: 'spiffe://cluster.local/ns/lab/sa/strict' });
}
