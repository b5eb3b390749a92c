import type { Bytes } from '../model/bytes.ts';

/** The extension that tells the chosen application protocol (RFC 7301). */
const ALPN = 16;

/** Where the session id begins: record header (5), handshake header (4), version (2), random (32). */
const SESSION_ID_AT = 43;

/**
 * The application protocol that a ServerHello chose, null where it tells none. In TLS 1.2 Node forgets it when the handshake fails
 * later on, and in TLS 1.3 it is encrypted.
 */
export function alpnOf(flight: Bytes): string | null {
  if (!flight.startsWith('\x16') || flight.charCodeAt(5) !== 2) return null;
  const extensionsAt = SESSION_ID_AT + 1 + at8(flight, SESSION_ID_AT) + 3;
  const end = Math.min(flight.length, extensionsAt + 2 + at16(flight, extensionsAt));
  for (let at = extensionsAt + 2; at + 4 <= end; at += 4 + at16(flight, at + 2)) {
    if (at16(flight, at) === ALPN) return flight.slice(at + 7, at + 7 + at8(flight, at + 6));
  }
  return null;
}

function at8(bytes: Bytes, at: number): number {
  return at < bytes.length ? bytes.charCodeAt(at) : 0;
}

function at16(bytes: Bytes, at: number): number {
  return at8(bytes, at) * 256 + at8(bytes, at + 1);
}
