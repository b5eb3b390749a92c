import type { Protocol, TlsEnd } from '../model/finding.ts';
import type { Probe } from '../model/probe.ts';
import type { Evidence } from './evidence.ts';
import type { Expected } from './misdeclared.ts';
import { isBrokenOff } from './outcome.ts';

/** What a server that ends TLS itself showed in its handshake; null where none was made with it. */
export function tlsEndIn({ inside }: Evidence): TlsEnd | null {
  return inside.find(({ shown }) => shown !== null)?.shown ?? null;
}

/** A mesh's certificate was shown, and we were turned away for having none: the TLS may be a sidecar's, not the server's. */
export function isMeshInside({ inside }: Evidence): boolean {
  return inside.some(({ shown, reply, outcome }) => {
    const isTurnedAway = reply === null && isBrokenOff(outcome);
    return isTurnedAway && shown?.certificate?.uris.some((uri) => uri.startsWith('spiffe://')) === true;
  });
}

/**
 * Who speaks inside TLS: by what it said there, else by what it agreed to speak. Outside, such a protocol is client-first: the
 * ClientHello comes first.
 */
export function protocolInside({ inside }: Evidence, expected: Expected | null): Protocol | null {
  for (const { reply } of inside) {
    if (reply?.kind !== 'greeting' && reply?.kind !== 'answer' && reply?.kind !== 'scolding') continue;
    if (!reply.probe) continue;
    const version = reply.kind === 'scolding' ? null : reply.version;
    return { name: nameOverTls(reply.probe, expected), version, speaksFirst: 'client' };
  }
  const name = inside.map(({ shown }) => NAME_OF_ALPN[shown?.alpn ?? '']).find((known) => known !== undefined);
  return name === undefined ? null : { name, version: null, speaksFirst: 'client' };
}

/** The application protocols that are offered, as the catalogue calls them over TLS. */
const NAME_OF_ALPN: Readonly<Record<string, string>> = { h2: 'https', 'http/1.1': 'https' };

/** `imaps`; by the name that the user chose, where there are several; `beanstalkd/tls` where nobody has made up one. */
function nameOverTls({ name, overTls }: Probe, expected: Expected | null): string {
  const names: readonly string[] = overTls?.names ?? [];
  return expected && names.includes(expected.name) ? expected.name : (names[0] ?? `${name}/tls`);
}
