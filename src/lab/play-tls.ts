import type { Bytes } from '../model/bytes.ts';
import { parseOffer } from './client-hello.ts';
import type { Server } from './peer.ts';
import type { Actor, Side } from './side.ts';

/** A fatal alert: no protocol version that we know, as OpenSSL answers to what is no TLS. */
const ALERT: Bytes = '\x15\x03\x03\0\x02\x02\x46';

/** Where a ClientHello tells its length: record header (5), handshake type (1), length (3). */
const HEADER_LENGTH = 9;

/** Plays the TLS around a server: once the handshake is done, the server plays inside it. */
export function playTls({ speaks, certificate }: NonNullable<Server['tls']>, side: Side, begin: () => Actor): Actor {
  let heard: Bytes = '';
  let inside: Actor | null = null;
  const turnAway = (): void => {
    side.send(ALERT);
    side.finish();
  };
  return {
    received(bytes) {
      if (inside !== null) return inside.received(bytes);
      heard += bytes;
      if (!heard.startsWith('\x16')) return turnAway();
      if (heard.length < HEADER_LENGTH) return;
      const offer = parseOffer(heard);
      const alpn = speaks.find((name) => offer.includes(name)) ?? null;
      if (alpn === null && speaks.length > 0 && offer.length > 0) return turnAway();
      side.secure({ protocol: 'TLSv1.3', alpn, certificate, next: 'inside' });
      inside = begin();
    },
    ended: side.finish,
  };
}
