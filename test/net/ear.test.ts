import { EventEmitter, once } from 'node:events';
import type { Socket } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { type Ear, endOf, hear, tellFailure } from '../../src/net/ear.ts';
import { nodeWorld } from '../../src/net/node.ts';
import type { Wire } from '../../src/net/world.ts';
import { listen } from './listen.ts';
import { record } from './recorder.ts';

const world = nodeWorld();
afterAll(() => world.close());

const RESET_AT_CONNECT = Object.assign(new Error('made up'), { code: 'ECONNRESET', syscall: 'connect' });

function listening(onOpened: (ear: Ear) => void = () => {}, remoteAddress: string | undefined = '127.0.0.1') {
  const heard: string[] = [];
  const ear: Ear = {
    listener: {
      opened: () => {
        heard.push('opened');
        onOpened(ear);
      },
      received: (bytes) => heard.push(`received ${bytes}`),
      secured: () => heard.push('secured'),
      ended: () => heard.push('ended'),
      failed: ({ code }) => heard.push(`failed ${code}`),
    },
  };
  const socket = Object.assign(new EventEmitter(), { remoteAddress });
  hear(socket as unknown as Socket, ear, '127.0.0.1');
  return { heard, ear, socket };
}

describe('hear', () => {
  it('tells what a socket tells', () => {
    const { heard, socket } = listening();
    for (const name of ['connect', 'end']) socket.emit(name);
    socket.emit('error', Object.assign(new Error('made up'), { code: 'ETIMEDOUT', syscall: 'read' }));
    expect(heard).toEqual(['opened', 'ended', 'failed ETIMEDOUT']);
  });

  it('tells an end without anybody at the other end as the reset it is', () => {
    const { heard, socket } = listening();
    socket.remoteAddress = undefined as never;
    for (const name of ['connect', 'end', 'end']) socket.emit(name);
    expect(heard).toEqual(['opened', 'failed ECONNRESET']);
  });

  it('tells nothing after a failure', () => {
    const { heard, socket } = listening();
    socket.emit('error', Object.assign(new Error('made up'), { code: 'ECONNREFUSED', syscall: 'connect' }));
    for (const name of ['connect', 'end']) socket.emit(name);
    socket.emit('error', RESET_AT_CONNECT);
    expect(heard).toEqual(['failed ECONNREFUSED']);
  });
});

describe('endOf', () => {
  it.each([
    ['10.0.0.1', 'fin'],
    [undefined, 'reset'],
  ] as const)('a socket whose peer is %s: %s', (remoteAddress, end) => {
    expect(endOf({ remoteAddress } as Socket)).toBe(end);
  });
});

describe('tellFailure', () => {
  it('lets a connection that was reset at accept be opened first', () => {
    const { heard, ear } = listening();
    tellFailure(ear, RESET_AT_CONNECT, '127.0.0.1');
    expect(heard).toEqual(['opened', 'failed ECONNRESET']);
  });

  it('says nothing to a listener that left when it was told of the opening', () => {
    const { heard, ear } = listening((own) => {
      own.listener = null;
    });
    tellFailure(ear, RESET_AT_CONNECT, '127.0.0.1');
    expect(heard).toEqual(['opened']);
  });
});

describe('on real sockets', () => {
  it('says of a FIN that it ended, and does not answer it', async () => {
    const server = await listen((socket) => socket.end('bye'));
    const seen = record(world, server);
    await seen.until('ended');
    expect(seen.kinds()).toEqual(['opened', 'received', 'ended']);
    seen.wire.send('still open');
    const [said] = await once(server.sockets[0] as Socket, 'data');
    expect(String(said)).toBe('still open');
    seen.wire.destroy();
  });

  it('says of a reset that it failed', async () => {
    const server = await listen((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const seen = record(world, server);
    seen.wire.send('x');
    await seen.until('failed');
    expect(seen.events.slice(1)).toEqual([{ kind: 'failed', code: 'ECONNRESET', syscall: 'read', local: false }]);
  });

  it('tells a reset from a FIN when it comes together with the last bytes', async () => {
    const server = await listen((socket) => socket.once('data', () => resetAfter(socket, 'bye')));
    const seen = record(world, server);
    seen.wire.send('x');
    await seen.until('failed');
    expect(seen.events.slice(1)).toEqual([
      { kind: 'received', bytes: 'bye' },
      { kind: 'failed', code: 'ECONNRESET', syscall: 'read', local: false },
    ]);
  });

  it('calls a reset right after accept a connection that was opened', async () => {
    const server = await listen((socket) => socket.resetAndDestroy());
    for (let round = 0; round < 20; round += 1) {
      const seen = record(world, server);
      await seen.until('failed');
      expect(seen.events).toEqual([
        { kind: 'opened' },
        { kind: 'failed', code: 'ECONNRESET', syscall: 'read', local: false },
      ]);
    }
  });

  it('tells a reset that follows a FIN to whoever writes on', async () => {
    const server = await listen((socket) => {
      socket.end();
      socket.once('data', () => socket.resetAndDestroy());
    });
    const seen = record(world, server, (event, wire) => event.kind === 'ended' && writeOn(wire, seen));
    await seen.until('failed');
    expect(seen.kinds()).toEqual(['opened', 'ended', 'failed']);
    expect(seen.events[2]).toEqual({ kind: 'failed', code: 'ECONNRESET', syscall: 'write', local: false });
  });
});

/** Without the FIN that `resetAndDestroy` sends first. */
function resetAfter(socket: Socket, lastWords: string): void {
  socket.write(lastWords);
  Object.assign(socket, { resetAndClosing: true }).destroy();
}

/** The first write brings the reset, a later one finds it. */
function writeOn(wire: Wire, seen: { kinds(): readonly string[] }): void {
  if (seen.kinds().includes('failed')) return;
  wire.send('x');
  setImmediate(() => writeOn(wire, seen));
}
