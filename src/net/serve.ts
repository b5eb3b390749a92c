import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { Playable } from '../lab/peer.ts';
import { play } from '../lab/play.ts';
import type { Actor, Memory, Secured, Side } from '../lab/side.ts';
import type { TlsEnd } from './tls-end.ts';

/** A lab peer that can be dialled for real. */
export interface Served {
  readonly address: string;
  readonly port: number;
  /** Ends the listener and every connection. */
  close(): Promise<void>;
}

/** What can be served; a black hole needs a firewall. */
export type Servable = Playable | { readonly kind: 'refused' };

/** Bytes that may wait for a client that does not read. What a flood has beyond that is dropped. */
const UNSENT_MAX = 1_048_576;

/** Serves a lab peer on real sockets, with the engine that also plays it in simulation. Port 0 takes any that is free. */
export async function serve(peer: Servable, { address = '127.0.0.1', port = 0 } = {}): Promise<Served> {
  const sockets = new Set<Socket>();
  const memory: Memory = { visits: new Map(), served: 0 };
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    if (peer.kind !== 'refused') host(socket, (side) => play(peer, side, memory));
  });
  await listening(server, address, port);
  const close = (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    return closed(server);
  };
  const bound = (server.address() as AddressInfo).port;
  if (peer.kind === 'refused') await close();
  return { address, port: bound, close };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, backlog: 4_096 }, resolve);
  });
}

/** A server that is closed already says so with an error, which is as good. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

/** A connection on the stage. */
interface Stage {
  readonly socket: Socket;
  readonly timers: Set<NodeJS.Timeout>;
  actor: Actor | null;
  open: boolean;
  /** The peer has begun to end TLS: what comes is for TLS, and kept until that is loaded. */
  tls: TlsEnd | 'loading' | null;
  /** What came so far, as long as the peer may yet turn out to end TLS. */
  early: Buffer[];
  /** What the peer said in TLS before that was loaded. */
  unsaid: string[];
}

/** Joins a socket and the actor that plays on it. */
function host(socket: Socket, playOn: (side: Side) => Actor): void {
  const stage: Stage = { socket, timers: new Set(), actor: null, open: true, tls: null, early: [], unsaid: [] };
  socket.on('error', () => leave(stage));
  socket.on('close', () => leave(stage));
  stage.actor = playOn(sideOf(stage));
  socket.on('data', (chunk) => heard(stage, chunk));
  socket.on('end', () => stage.open && stage.actor?.ended());
}

function leave(stage: Stage): void {
  stage.open = false;
  for (const timer of stage.timers) clearTimeout(timer);
}

function heard(stage: Stage, chunk: Buffer): void {
  if (stage.tls !== null && stage.tls !== 'loading') return stage.tls.feed(chunk);
  if (stage.tls === 'loading' || stage.early.length < EARLY_MAX) stage.early.push(chunk);
  if (stage.tls === null && stage.open) stage.actor?.received(chunk.toString('latin1'));
}

/** Pieces that are kept for TLS: a ClientHello comes at the beginning or not at all. */
const EARLY_MAX = 16;

/** Lets TLS take over: it is given all that came, and says what the peer has said meanwhile. */
function secure(stage: Stage, peer: Secured): void {
  stage.tls = 'loading';
  void import('./tls-end.ts').then(({ endTls }) => {
    if (!stage.open) return;
    const tls = endTls(stage.socket, peer, {
      received: (chunk) => stage.open && peer.next === 'inside' && stage.actor?.received(chunk.toString('latin1')),
      ended: () => stage.open && stage.actor?.ended(),
      reset: () => end(stage, () => resetNow(stage.socket)),
    });
    stage.tls = tls;
    for (const chunk of stage.early.splice(0)) tls.feed(chunk);
    for (const bytes of stage.unsaid.splice(0)) tls.send(bytes);
  });
}

function end(stage: Stage, how: () => void): void {
  if (stage.open) how();
  leave(stage);
}

function sideOf(stage: Stage): Side {
  const { socket, timers } = stage;
  return {
    now: () => performance.now(),
    after(delayMs, callback) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        if (stage.open) callback();
      }, delayMs);
      timers.add(timer);
      return () => clearTimeout(timer);
    },
    send(bytes) {
      if (!stage.open || socket.writableLength >= UNSENT_MAX) return;
      if (stage.tls === null) socket.write(bytes, 'latin1');
      else if (stage.tls === 'loading') stage.unsaid.push(bytes);
      else stage.tls.send(bytes);
    },
    finish: () => end(stage, () => (stage.tls !== null && stage.tls !== 'loading' ? stage.tls.finish() : socket.end())),
    reset: () => end(stage, () => resetNow(socket)),
    secure: (peer) => secure(stage, peer),
  };
}

/** `resetAndDestroy` sends a FIN first, which a client may see before the reset. This is the half of it that only resets. */
function resetNow(socket: Socket): void {
  Object.assign(socket, { resetAndClosing: true }).destroy();
}
