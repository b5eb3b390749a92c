import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { Playable } from '../lab/peer.ts';
import { play } from '../lab/play.ts';
import type { Actor, Memory, Side } from '../lab/side.ts';

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

/** Joins a socket and the actor that plays on it. */
function host(socket: Socket, playOn: (side: Side) => Actor): void {
  const timers = new Set<NodeJS.Timeout>();
  const stage = { open: true };
  const over = (): void => {
    stage.open = false;
    for (const timer of timers) clearTimeout(timer);
  };
  socket.on('error', over);
  socket.on('close', over);
  const actor = playOn(sideOf(socket, stage, timers, over));
  socket.on('data', (chunk) => stage.open && actor.received(chunk.toString('latin1')));
  socket.on('end', () => stage.open && actor.ended());
}

function sideOf(socket: Socket, stage: { open: boolean }, timers: Set<NodeJS.Timeout>, over: () => void): Side {
  const end = (how: () => void): void => {
    if (stage.open) how();
    over();
  };
  const reset = (): void => end(() => resetNow(socket));
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
      if (stage.open && socket.writableLength < UNSENT_MAX) socket.write(bytes, 'latin1');
    },
    finish: () => end(() => socket.end()),
    reset,
    secure: reset,
  };
}

/** `resetAndDestroy` sends a FIN first, which a client may see before the reset. This is the half of it that only resets. */
function resetNow(socket: Socket): void {
  Object.assign(socket, { resetAndClosing: true }).destroy();
}
