import { connect, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { drain } from '../../src/net/drain.ts';
import type { Wire } from '../../src/net/world.ts';
import { listen } from './listen.ts';

const WIRE: Wire = { send: () => {}, finish: () => {}, destroy: () => {} };

const drained = async (meet: (socket: Socket) => void, isEnded = false) => {
  const { address, port } = await listen(meet);
  const socket = connect({ host: address, port, allowHalfOpen: true });
  socket.on('error', () => {}).resume();
  await new Promise((resolve) => socket.once(isEnded ? 'end' : 'connect', resolve));
  const draining = new Set<Wire>();
  let ends = 0;
  drain(
    socket,
    () => {
      ends += 1;
      socket.end();
    },
    WIRE,
    draining,
  );
  const meanwhile = draining.size;
  await new Promise((resolve) => socket.once('close', resolve));
  return { meanwhile, after: draining.size, ends };
};

it('waits for the peer to close, and is among those that drain until then', async () => {
  const peer = (socket: Socket) => socket.on('end', () => socket.end()).resume();
  expect(await drained(peer)).toEqual({ meanwhile: 1, after: 0, ends: 1 });
});

it('has nothing to say to one that has closed already', async () => {
  expect(await drained((socket) => socket.end(), true)).toEqual({ meanwhile: 1, after: 0, ends: 0 });
});

it('does not wait for ever for one that never does', async () => {
  expect(await drained((socket) => socket.resume())).toEqual({ meanwhile: 1, after: 0, ends: 1 });
});
