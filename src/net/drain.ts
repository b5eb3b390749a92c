import type { Socket } from 'node:net';
import type { Wire } from './world.ts';

/** How long the peer is waited for that we have said goodbye to. */
const DRAIN_MS = 1_000;

/** Ends our side by `end` and reads on until the peer ends its own, but not for ever. Meanwhile the wire is among those that drain. */
export function drain(socket: Socket, end: () => void, wire: Wire, draining: Set<Wire>): void {
  draining.add(wire);
  const timer = setTimeout(() => socket.destroy(), DRAIN_MS).unref();
  socket.once('end', () => socket.destroySoon());
  socket.once('close', () => {
    clearTimeout(timer);
    draining.delete(wire);
  });
  if (socket.readableEnded) socket.destroySoon();
  else end();
}
