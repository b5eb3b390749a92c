import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { createSecureContext, type SecureContext, TLSSocket } from 'node:tls';
import type { Secured } from '../lab/side.ts';
import type { Certificate } from '../model/transcript.ts';
import { selfSigned } from './self-signed.ts';

/** A fatal alert in a record of its own (RFC 8446 section 5.1). */
const ALERT = 0x15;

/** Who is told how it goes on: `reset` ends the connection for good. */
export interface Inside {
  readonly received: (chunk: Buffer) => void;
  readonly ended: () => void;
  readonly reset: () => void;
}

/** The server's end of TLS on a socket that a played peer has talked on before. */
export interface TlsEnd {
  /** Bytes that came on the socket. */
  feed(chunk: Buffer): void;
  send(bytes: string): void;
  finish(): void;
}

/** Ends TLS as a lab peer says: shows that certificate, agrees on that protocol, and goes on inside or turns the client away. */
export function endTls(socket: Socket, { alpn, certificate, next }: Secured, inside: Inside): TlsEnd {
  const pipe = new Duplex({
    read: () => {},
    // A client that is none is reset, whatever OpenSSL has to say to it: in simulation it is no other.
    write: (chunk: Buffer, _encoding, done) =>
      chunk[0] === ALERT && !isDone ? done() : socket.write(chunk, () => done()),
    final: (done) => socket.end(done),
  });
  let isDone = false;
  const tls = new TLSSocket(pipe, {
    isServer: true,
    secureContext: contextFor(certificate),
    requestCert: next !== 'inside',
    rejectUnauthorized: next === 'alert',
    ...(alpn === null ? {} : { ALPNProtocols: [alpn] }),
  });
  tls.on('secure', () => {
    isDone = true;
    if (next === 'reset') inside.reset();
  });
  tls.on('data', inside.received);
  tls.on('end', inside.ended);
  tls.on('error', () => !isDone && inside.reset());
  socket.on('close', () => tls.destroy());
  return {
    feed: (chunk) => void pipe.push(chunk),
    send: (bytes) => void tls.write(bytes, 'latin1'),
    finish: () => void tls.end(),
  };
}

/** Made once for each certificate: a key is not made in no time. */
const contexts = new WeakMap<Certificate, SecureContext>();

function contextFor(certificate: Certificate): SecureContext {
  const known = contexts.get(certificate);
  if (known) return known;
  const context = createSecureContext(selfSigned({ commonName: certificate.subject || null, uris: certificate.uris }));
  contexts.set(certificate, context);
  return context;
}
