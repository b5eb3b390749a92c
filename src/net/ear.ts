import type { Socket } from 'node:net';
import { failure, resetWhileConnecting } from './failure.ts';
import type { Listener } from './world.ts';

/** Who is told what happens; null once there is nothing more to tell. */
export interface Ear {
  listener: Listener | null;
}

/** Tells the opening, the end and the failure of a socket in the words of the port. */
export function hear(socket: Socket, ear: Ear, address: string): void {
  socket.on('connect', () => ear.listener?.opened());
  socket.on('end', () => {
    // Asking who is at the other end is a system call: not for a connection that nobody listens to any more.
    if (ear.listener !== null) tellEnd(ear, endOf(socket), address);
  });
  socket.on('error', (error: NodeJS.ErrnoException) => tellFailure(ear, error, address));
}

/** What the end of the stream means, to be asked as soon as it has come. */
export type End = 'fin' | 'reset';

/** libuv calls it the end of the stream, too, when a reset comes together with the last bytes; then nobody is at the other end. */
export function endOf(socket: Socket): End {
  return socket.remoteAddress === undefined ? 'reset' : 'fin';
}

/** Tells a FIN, or the reset that looked like one. */
export function tellEnd(ear: Ear, end: End, address: string): void {
  if (end === 'fin') ear.listener?.ended();
  else tellFailure(ear, Object.assign(new Error('reset'), { code: 'ECONNRESET', syscall: 'read' }), address);
}

/** The last thing that is told. */
export function tellFailure(ear: Ear, error: NodeJS.ErrnoException, address: string): void {
  if (resetWhileConnecting(error)) ear.listener?.opened();
  const { listener } = ear;
  ear.listener = null;
  listener?.failed(failure(error, address));
}
