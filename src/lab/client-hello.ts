import type { Bytes } from '../model/bytes.ts';

/** The extension that lists application protocols (RFC 7301). */
const ALPN = 16;

/** Where the session id begins: record header (5), handshake header (4), version (2), random (32). */
const SESSION_ID_AT = 43;

/** A ClientHello with nothing in it but what a proxy looks at: it is recognised, and no real server would go on with it. */
export function clientHello(offer: readonly string[]): Bytes {
  const extensions = offer.length === 0 ? '' : uint16(ALPN) + sized16(sized16(offer.map(sized8).join('')));
  const body = `\x03\x03${'\x2a'.repeat(32)}\x00${sized16('\x13\x01')}${sized8('\x00')}${sized16(extensions)}`;
  return `\x16\x03\x01${sized16(`\x01\x00${sized16(body)}`)}`;
}

/** The application protocols that a ClientHello offers. Bytes that are none offer nothing. */
export function parseOffer(hello: Bytes): readonly string[] {
  const ciphersAt = SESSION_ID_AT + 1 + at8(hello, SESSION_ID_AT);
  const compressionAt = ciphersAt + 2 + at16(hello, ciphersAt);
  let at = compressionAt + 1 + at8(hello, compressionAt) + 2;
  while (at + 4 <= hello.length) {
    const length = at16(hello, at + 2);
    if (at16(hello, at) === ALPN) return namesIn(hello.slice(at + 6, at + 4 + length));
    at += 4 + length;
  }
  return [];
}

function namesIn(list: Bytes): readonly string[] {
  const names: string[] = [];
  for (let at = 0; at < list.length; at += 1 + at8(list, at)) names.push(list.slice(at + 1, at + 1 + at8(list, at)));
  return names;
}

function at8(bytes: Bytes, at: number): number {
  return at < bytes.length ? bytes.charCodeAt(at) : 0;
}

function at16(bytes: Bytes, at: number): number {
  return at8(bytes, at) * 256 + at8(bytes, at + 1);
}

function uint16(value: number): Bytes {
  return String.fromCharCode(value >> 8, value & 255);
}

function sized8(bytes: Bytes): Bytes {
  return String.fromCharCode(bytes.length) + bytes;
}

function sized16(bytes: Bytes): Bytes {
  return uint16(bytes.length) + bytes;
}
