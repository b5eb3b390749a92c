import { connect as connectTcp, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { connect as connectTls, createSecureContext, type TLSSocket } from 'node:tls';
import { certificateOf } from './certificate.ts';
import { drain } from './drain.ts';
import { type Ear, endOf, tellEnd, tellFailure } from './ear.ts';
import { alpnOf } from './server-hello.ts';
import type { Dial, Listener, Wire } from './world.ts';

/** One for all handshakes: making it reads every root certificate, and none is needed to see who somebody says they are. */
const CONTEXT = createSecureContext({ minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3', ca: [] });

/** First bytes of a server that speaks TLS: a handshake or an alert (RFC 8446 section 5.1). */
const TLS_RECORD: ReadonlySet<number> = new Set([0x16, 0x15]);

/** As much of the server's first bytes as is kept for its ServerHello. */
const KEPT_BYTES = 16_384;

/** A TLS handshake under way. */
interface Handshake {
  readonly ear: Ear;
  readonly raw: Socket;
  /** What TLS writes to and reads from: the socket, with us in between. */
  readonly pipe: Duplex;
  readonly dial: Dial;
  /** What the server said first. */
  flight: string;
  speaks: 'unknown' | 'tls' | 'other';
  shown: boolean;
}

/**
 * A TLS client over a socket of our own, so that the server's first bytes are seen before TLS eats them: a server that does not
 * speak TLS is heard as it is. No TLS getter is called once the socket has closed: Node 20 crashes on it.
 */
export function tlsWire(dial: Dial, listener: Listener, draining: Set<Wire>): Wire {
  const raw = connectTcp({ host: dial.address, port: dial.port, autoSelectFamily: false, allowHalfOpen: true });
  const pipe = pipeTo(raw);
  const ear: Ear = { listener };
  const handshake: Handshake = { ear, raw, pipe, dial, flight: '', speaks: 'unknown', shown: false };
  let tls: TLSSocket | null = null;
  raw.on('connect', () => {
    ear.listener?.opened();
    if (ear.listener !== null) tls = begin(handshake);
  });
  raw.on('data', (chunk) => read(handshake, chunk));
  raw.on('end', () => {
    const end = endOf(raw);
    setImmediate(() => tellEnd(ear, end, dial.address));
  });
  raw.on('error', (error) => setImmediate(() => tellFailure(ear, error, dial.address)));

  const wire: Wire = {
    send: (bytes) => ear.listener !== null && tls?.write(bytes, 'latin1'),
    finish() {
      if (ear.listener === null) return;
      ear.listener = null;
      raw.once('close', () => tls?.destroy());
      // Says close_notify first, so that the server knows that nobody was cut off.
      drain(raw, () => (tls === null ? raw.destroySoon() : tls.end(() => raw.end())), wire, draining);
    },
    destroy() {
      ear.listener = null;
      tls?.destroy();
      raw.destroy();
    },
  };
  return wire;
}

function pipeTo(raw: Socket): Duplex {
  return new Duplex({
    read: () => {},
    write: (chunk: Buffer, _encoding, done) => raw.write(chunk, () => done()),
  });
}

function begin(handshake: Handshake): TLSSocket {
  const { pipe, dial, raw, ear } = handshake;
  const tls = connectTls({
    socket: pipe,
    servername: dial.tls?.serverName ?? '',
    ALPNProtocols: [...(dial.tls?.offer ?? [])],
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
    secureContext: CONTEXT,
  });
  tls.on('secureConnect', () => show(handshake, tls, true));
  tls.on('data', (chunk: Buffer) => ear.listener?.received(chunk.toString('latin1')));
  tls.on('error', (error) => {
    if (ear.listener === null) return;
    show(handshake, tls, false);
    raw.destroy();
    tellFailure(ear, error, dial.address);
  });
  return tls;
}

/** Hands the server's bytes to TLS, or on as they are when they are none of its. What ends the socket waits until TLS has read. */
function read(handshake: Handshake, chunk: Buffer): void {
  if (handshake.speaks === 'unknown') handshake.speaks = TLS_RECORD.has(chunk[0] ?? 0) ? 'tls' : 'other';
  if (handshake.speaks === 'other') {
    handshake.ear.listener?.received(chunk.toString('latin1'));
    return;
  }
  if (handshake.flight.length < KEPT_BYTES) handshake.flight += chunk.toString('latin1');
  handshake.pipe.push(chunk);
}

/** Tells the certificate: in TLS 1.3 when the handshake is done, in 1.2 when the server has turned us away for having none. */
function show(handshake: Handshake, tls: TLSSocket, isDone: boolean): void {
  const certificate = handshake.shown ? null : certificateOf(tls.getPeerCertificate());
  if (handshake.shown || (certificate === null && !isDone)) return;
  handshake.shown = true;
  const alpn = tls.alpnProtocol || alpnOf(handshake.flight);
  handshake.ear.listener?.secured({ protocol: tls.getProtocol() ?? 'unknown', alpn, certificate });
}
