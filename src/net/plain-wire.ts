import { connect, type Socket } from 'node:net';
import { drain } from './drain.ts';
import { type Ear, hear } from './ear.ts';
import type { Dial, Listener, Wire } from './world.ts';

/** All sockets read into this one buffer: a read and its callback are one step, and the bytes are copied at once. */
const READ_BUFFER = Buffer.allocUnsafe(65_536);

/**
 * A TCP connection. Half-open is allowed, so that the peer's FIN is seen as such and never answered behind our back; one address,
 * so that times and errors are of one attempt. The bytes bypass the stream: this is the path that the speed of a scan depends on.
 */
export function plainWire(dial: Dial, listener: Listener, draining: Set<Wire>): Wire {
  const ear: Ear = { listener };
  const socket = connect({
    host: dial.address,
    port: dial.port,
    autoSelectFamily: false,
    allowHalfOpen: true,
    onread: {
      buffer: READ_BUFFER,
      callback(length) {
        ear.listener?.received(READ_BUFFER.toString('latin1', 0, length));
        return true;
      },
    },
  });
  hear(socket, ear, dial.address);
  return wireOn(socket, ear, draining);
}

function wireOn(socket: Socket, ear: Ear, draining: Set<Wire>): Wire {
  const wire: Wire = {
    send(bytes) {
      if (ear.listener === null) return;
      // The first words go out at once as it is; only the second could be held back until those are acknowledged.
      if (socket.bytesWritten > 0) socket.setNoDelay(true);
      socket.write(bytes, 'latin1');
    },
    finish() {
      if (ear.listener === null) return;
      ear.listener = null;
      drain(socket, () => socket.end(), wire, draining);
    },
    destroy() {
      ear.listener = null;
      socket.destroy();
    },
  };
  return wire;
}
