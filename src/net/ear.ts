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
  socket.on('end', () => ear.listener?.ended());
  socket.on('error', (error: NodeJS.ErrnoException) => tellFailure(ear, error, address));
}

/** The last thing that is told. */
export function tellFailure(ear: Ear, error: NodeJS.ErrnoException, address: string): void {
  if (resetWhileConnecting(error)) ear.listener?.opened();
  const { listener } = ear;
  ear.listener = null;
  listener?.failed(failure(error, address));
}
