import fc from 'fast-check';
import type { Peer, Server } from '../../src/lab/peer.ts';
import * as servers from '../../src/lab/servers.ts';
import type { VerdictKind } from '../../src/model/verdict.ts';
import { proxies, type TrueProxy } from './proxies.ts';

/** What is known of a generated server, because it was made so. */
export interface TrueServer {
  readonly name: string;
  readonly peer: Peer;
  /** Who speaks first; `nobody` never says a word to anyone. */
  readonly speaksFirst: 'server' | 'client' | 'nobody';
  /** The catalogue's name; null where the protocol is in no catalogue. */
  readonly protocol: string | null;
  readonly delayMs: number;
  /** Turns away who speaks before its greeting. */
  readonly scolds?: boolean;
}

export interface TrueWorld {
  readonly server: TrueServer;
  readonly proxy: TrueProxy;
  readonly latencyMs: number;
  readonly localFailures: number;
}

const KNOWN_GREETERS: readonly (readonly [string, Server])[] = [
  ['smtp', servers.smtp],
  ['ssh', servers.ssh],
  ['ftp', servers.ftp],
  ['pop3', servers.pop3],
  ['imap', servers.imap],
  ['mysql', servers.mysql],
];

const knownGreeter = fc
  .record({ made: fc.constantFrom(...KNOWN_GREETERS), delayMs: fc.constantFrom(0, 0, 0, 5, 30, 600, 2_000) })
  .map(({ made: [protocol, server], delayMs }): TrueServer => {
    const peer = delayMs > 0 ? servers.slow(server, delayMs) : server;
    return { name: `${protocol} after ${delayMs} ms`, peer, speaksFirst: 'server', protocol, delayMs };
  });

/** Letters only: a word of complaint in a greeting would be a fair reason to take it for an answer. */
const word = fc.string({ unit: fc.constantFrom(...'GHJKLMNPQRTVWXZ'), minLength: 5, maxLength: 12 });

const unknownGreeter = fc
  .record({ first: word, second: word, talks: fc.constantFrom('mute', 'lines', 'closes') })
  .map(({ first, second, talks }): TrueServer => {
    const talk = {
      mute: { kind: 'mute' },
      lines: { kind: 'lines', answers: [], otherwise: { say: `+${second}\r\n` } },
      closes: { kind: 'lines', answers: [], otherwise: { close: 'fin' } },
    }[talks] as Server['talk'];
    const peer = servers.greeting(`${first} ready\r\n`, talk);
    return { name: `unknown greeter that is ${talks}`, peer, speaksFirst: 'server', protocol: null, delayMs: 0 };
  });

const knownClientFirst = fc
  .constantFrom<(readonly [string, Server])[]>(
    ['redis', servers.redis],
    ['http', servers.http],
    ['mongodb', servers.mongodb],
    ['postgresql', servers.postgres],
    ['imaps', servers.overTls(servers.imap, 'mail.example')],
    ['https', servers.overTls(servers.http, 'web.example', ['h2', 'http/1.1'])],
  )
  .map(([protocol, peer]): TrueServer => ({ name: protocol, peer, speaksFirst: 'client', protocol, delayMs: 0 }));

const unknownClientFirst = fc
  .record({ said: word, talks: fc.constantFrom('echo', 'constant', 'lines', 'complains') })
  .map(({ said, talks }): TrueServer => {
    const talk = {
      echo: { kind: 'echo' },
      constant: { kind: 'constant', reply: { say: said } },
      lines: { kind: 'lines', answers: [], otherwise: { say: `${said}\r\n` } },
      complains: { kind: 'lines', answers: [], otherwise: { say: `ERROR ${said}\r\n`, close: 'fin' } },
    }[talks] as Server['talk'];
    return {
      name: `unknown client-first: ${talks}`,
      peer: { kind: 'server', talk },
      speaksFirst: 'client',
      protocol: null,
      delayMs: 0,
    };
  });

const wordless = fc
  .constantFrom<(readonly [string, Peer])[]>(
    ['mute', servers.mute],
    ['closing', servers.closing],
    ['resetting', servers.resetting],
    ['dead', { kind: 'refused' }],
    ['black-holed', { kind: 'black-holed' }],
  )
  .map(([name, peer]): TrueServer => ({ name, peer, speaksFirst: 'nobody', protocol: null, delayMs: 0 }));

/** Servers that make clients wait for the greeting and turn away those who speak first: no stall, however it looks. */
const scolder = fc
  .record({ delayMs: fc.constantFrom(900, 2_000, 4_000, 8_000), closes: fc.boolean() })
  .map(({ delayMs, closes }): TrueServer => {
    const early = { say: '554 SMTP synchronization error\r\n', ...(closes ? ({ close: 'fin' } as const) : {}) };
    const peer = servers.scolding(servers.smtp, delayMs, early);
    return {
      name: `scolder after ${delayMs} ms`,
      peer,
      speaksFirst: 'server',
      protocol: 'smtp',
      delayMs,
      scolds: true,
    };
  });

/** A server behind a proxy, with faults, and the truth about all of them. */
export const worlds: fc.Arbitrary<TrueWorld> = fc.record({
  server: fc.oneof(knownGreeter, knownGreeter, unknownGreeter, knownClientFirst, unknownClientFirst, wordless, scolder),
  proxy: proxies,
  latencyMs: fc.constantFrom(0.1, 0.1, 2, 20, 80),
  localFailures: fc.constantFrom(0, 0, 0, 1, 3),
});

/** What may be said of a world; null where only the general laws hold. */
export function expectedKinds(world: TrueWorld): readonly VerdictKind[] | null {
  const { server, proxy } = world;
  if (proxy.name.includes('strict')) return ['mtls-required'];
  if (proxy.name.includes(' http ')) return behindHttp(server);
  if (server.scolds) return proxy.holds ? null : ['slow', 'mute'];
  if (server.speaksFirst === 'client') return ['healthy'];
  if (server.speaksFirst === 'nobody') return WORDLESS[server.name] ?? null;
  if (!proxy.holds) return server.delayMs >= 600 ? ['slow'] : ['server-first'];
  const greetsInTime = proxy.timeout?.fate === 'forward' && proxy.timeout.afterMs + server.delayMs < 5_950;
  return greetsInTime ? ['delayed'] : ['stalled'];
}

/** A sidecar accepts for servers that are not there, and does not always tell. */
const WORDLESS: Record<string, readonly VerdictKind[]> = {
  mute: ['mute', 'closed'],
  closing: ['closed', 'intercepted'],
  resetting: ['closed', 'intercepted'],
  dead: ['refused', 'closed', 'intercepted'],
  'black-holed': ['connect-timeout', 'mute', 'closed', 'intercepted'],
};

/** A port declared as HTTP: whoever speaks something else is misdeclared. */
function behindHttp(server: TrueServer): readonly VerdictKind[] {
  if (server.protocol === 'http') return ['healthy'];
  if (server.speaksFirst === 'nobody') return WORDLESS[server.name] ?? [];
  // A server that answers a request by closing, or not at all, shows the proxy nothing that is no HTTP.
  return server.speaksFirst === 'server'
    ? ['misdeclared', 'closed', 'mute']
    : ['misdeclared', 'closed', 'mute', 'intercepted'];
}
