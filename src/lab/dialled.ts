import type { Bytes } from '../model/bytes.ts';
import type { Cancel, Dial, Listener, Wire } from '../net/world.ts';
import { clientHello } from './client-hello.ts';
import type { Peer } from './peer.ts';
import { play } from './play.ts';
import type { Actor, Memory, Secured, Side } from './side.ts';

export interface Clock {
  now(): number;
  at(atMs: number, callback: () => void): Cancel;
  after(delayMs: number, callback: () => void): Cancel;
}

interface Dialled {
  readonly dial: Dial;
  readonly listener: Listener;
  readonly peer: Peer | 'no-descriptor';
  readonly clock: Clock;
  readonly memory: Memory;
  readonly latencyMs: number;
}

type Failure = Parameters<Listener['failed']>[0];

/** After how long Linux gives up a connect that nobody answers (tcp_syn_retries 6). */
const CONNECT_TIMEOUT_MS = 127_000;

/** Between the certificate and the complaint that we show none. Measured with Envoy 1.40. */
const ALERT_MS = 0.5;

const REFUSED: Failure = { code: 'ECONNREFUSED', syscall: 'connect', local: false };
const NO_DESCRIPTOR: Failure = { code: 'EMFILE', syscall: 'connect', local: true };
const RESET: Failure = { code: 'ECONNRESET', syscall: 'read', local: false };
const ALERT: Failure = { code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', syscall: null, local: false };
const NOT_UNDERSTOOD: Failure = { code: 'ERR_SSL_WRONG_VERSION_NUMBER', syscall: null, local: false };

/** The shortest: TLS 1.2, no session, no extensions (RFC 5246 section 7.4.1.3). */
const SERVER_HELLO: Bytes = `\x16\x03\x03\0\x2a\x02\0\0\x26\x03\x03${'\x2a'.repeat(32)}\0\xc0\x2b\0`;

/** One simulated connection: the client's end of it, with the peer playing at the other. */
export function dialled(connection: Dialled): Wire {
  const { peer, clock, latencyMs } = connection;
  const failsWith = (failure: Failure, afterMs: number): Wire => neverOpened(connection, failure, afterMs);
  if (peer === 'no-descriptor') return failsWith(NO_DESCRIPTOR, 0);
  switch (peer.kind) {
    case 'refused':
      return failsWith(REFUSED, 2 * latencyMs);
    case 'unreachable':
      return failsWith({ code: peer.code, syscall: 'connect', local: false }, 2 * latencyMs);
    case 'black-holed':
      return failsWith({ code: 'ETIMEDOUT', syscall: 'connect', local: false }, CONNECT_TIMEOUT_MS);
    case 'server':
    case 'proxy':
    case 'replicas':
      return accepted(connection, (side) => play(peer, side, connection.memory), clock);
    default:
      return peer satisfies never;
  }
}

function neverOpened({ clock, listener }: Dialled, failure: Failure, afterMs: number): Wire {
  const destroy = clock.after(afterMs, () => listener.failed(failure));
  return { send: () => {}, finish: destroy, destroy };
}

/** What both ends of a connection know. */
interface Line {
  /** Null once there is nothing more to tell the client. */
  heard: Listener | null;
  /** Whether the server may still do something. */
  open: boolean;
  /** What the server says is inside TLS, and this client has no key. */
  isSealed: boolean;
  actor: Actor | null;
  readonly toClient: Lane;
  readonly toServer: Lane;
}

function accepted({ dial, listener, latencyMs }: Dialled, playOn: (side: Side) => Actor, clock: Clock): Wire {
  const toClient = lane(clock, latencyMs);
  const toServer = lane(clock, latencyMs);
  const line: Line = { heard: listener, open: true, isSealed: false, actor: null, toClient, toServer };
  const wire = clientEnd(line);
  toClient(() => {
    line.heard?.opened();
    if (dial.tls !== undefined) wire.send(clientHello(dial.tls.offer));
  }, 2 * latencyMs);
  toServer(() => {
    if (line.open) line.actor = playOn(serverEnd(line, dial, clock));
  }, 3 * latencyMs);
  return wire;
}

function clientEnd(line: Line): Wire {
  const leave = (how: () => void): void => {
    if (line.heard !== null) line.toServer(how);
    line.heard = null;
  };
  return {
    send(bytes) {
      if (line.heard !== null) line.toServer(() => line.open && line.actor?.received(bytes));
    },
    finish: () => leave(() => line.open && line.actor?.ended()),
    destroy: () => leave(() => close(line)),
  };
}

function serverEnd(line: Line, dial: Dial, clock: Clock): Side {
  const end = (how: () => void): void => {
    if (line.open) line.toClient(how);
    close(line);
  };
  return {
    now: clock.now,
    after: (delayMs, callback) => clock.after(delayMs, () => line.open && callback()),
    send(bytes) {
      if (line.open && !line.isSealed) line.toClient(() => hear(line, dial, bytes));
    },
    finish: () => end(() => line.heard?.ended()),
    reset: () => end(() => fail(line, RESET)),
    secure(peer) {
      if (peer.next === 'inside') goInside(line, dial, peer);
      else end(() => (dial.tls === undefined ? fail(line, RESET) : secured(line, peer, clock)));
    },
  };
}

function close(line: Line): void {
  line.open = false;
}

function hear(line: Line, dial: Dial, bytes: Bytes): void {
  if (dial.tls !== undefined && /^[\x15\x16]/.test(bytes)) fail(line, NOT_UNDERSTOOD);
  else line.heard?.received(bytes);
}

function secured(line: Line, { next, ...peer }: Secured, clock: Clock): void {
  line.heard?.secured(peer);
  if (next === 'reset') clock.after(ALERT_MS, () => fail(line, RESET));
  if (next === 'alert') clock.after(ALERT_MS, () => fail(line, ALERT));
}

/** A client that is no TLS client sees the server's answer, and nothing of what comes after it. */
function goInside(line: Line, dial: Dial, { next: _, ...peer }: Secured): void {
  if (dial.tls !== undefined) line.toClient(() => line.heard?.secured(peer));
  else {
    line.toClient(() => line.heard?.received(SERVER_HELLO));
    line.isSealed = true;
  }
}

function fail(line: Line, failure: Failure): void {
  const { heard } = line;
  line.heard = null;
  heard?.failed(failure);
}

type Lane = (callback: () => void, delayMs?: number) => void;

/** One direction of a connection: what was sent first arrives first. */
function lane(clock: Clock, latencyMs: number): Lane {
  let lastMs = 0;
  return (callback, delayMs = latencyMs) => {
    lastMs = Math.max(lastMs, clock.now() + delayMs);
    clock.at(lastMs, callback);
  };
}
