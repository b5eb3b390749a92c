import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeWorld } from '../../src/net/node.ts';
import { plainWire } from '../../src/net/plain-wire.ts';
import type { Wire } from '../../src/net/world.ts';
import { listen } from './listen.ts';
import { record } from './recorder.ts';

const world = nodeWorld();
afterAll(() => world.close());

describe('a connection', () => {
  it('gives bytes as latin1, every value', async () => {
    const every = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    const server = await listen((socket) => socket.write(every));
    const seen = record(world, server);
    await seen.until('received');
    expect(seen.events[1]).toEqual({ kind: 'received', bytes: every.toString('latin1') });
    seen.wire.destroy();
  });

  it('sends bytes as they are, also those given before it was open', async () => {
    const server = await listen((socket) => socket.on('data', (chunk) => socket.write(chunk)));
    const seen = record(world, server);
    seen.wire.send('\x00\xff \x16');
    await seen.until('received');
    expect(seen.events).toEqual([{ kind: 'opened' }, { kind: 'received', bytes: '\x00\xff \x16' }]);
    seen.wire.destroy();
  });

  it('keeps what several connections read apart, though they share one buffer', async () => {
    let number = 0;
    const server = await listen((socket) => socket.write(`${number++}`.repeat(30_000)));
    const both = [record(world, server), record(world, server)];
    const lengths = await Promise.all(
      both.map(async (seen) => {
        await seen.until('received');
        while (textOf(seen).length < 30_000) await new Promise(setImmediate);
        return textOf(seen);
      }),
    );
    expect(lengths.map((text) => [...new Set(text)].length)).toEqual([1, 1]);
    expect(new Set(lengths.map((text) => text[0])).size).toBe(2);
    for (const seen of both) seen.wire.destroy();
  });
});

describe('finish', () => {
  it('sends FIN and reads on until the peer has closed, unheard', async () => {
    const server = await listen((socket) => socket.on('data', () => {}).on('end', () => socket.end('221 bye')));
    const draining = new Set<Wire>();
    const heard: string[] = [];
    const wire = plainWire(
      server,
      listener(heard, () => wire.finish()),
      draining,
    );
    while (server.sockets.length === 0) await new Promise(setImmediate);
    const [socket] = server.sockets;
    await once(socket as Socket, 'close');
    while (draining.size > 0) await new Promise(setImmediate);
    expect(heard).toEqual(['opened']);
    expect((socket as Socket).bytesWritten).toBe(7);
    expect((socket as Socket & { errored: unknown }).errored).toBeNull();
  });

  it('does not wait for a peer that never closes', async () => {
    const server = await listen((socket) => socket.resume());
    const draining = new Set<Wire>();
    const wire = plainWire(
      server,
      listener([], () => wire.finish()),
      draining,
    );
    while (server.sockets.length === 0 || draining.size === 0) await new Promise(setImmediate);
    await once(server.sockets[0] as Socket, 'end');
    while (draining.size > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(draining.size).toBe(0);
  });

  it('is ended by close of the world', async () => {
    const own = nodeWorld();
    const server = await listen((socket) => socket.resume());
    const seen = record(own, server, (event, wire) => event.kind === 'opened' && wire.finish());
    await seen.until('opened');
    while (server.sockets.length === 0) await new Promise(setImmediate);
    const gone = once(server.sockets[0] as Socket, 'end');
    own.close();
    await gone;
    expect(seen.kinds()).toEqual(['opened']);
  });
});

describe('destroy', () => {
  it.each(['opened', 'received', 'ended'] as const)('in %s: nothing is heard any more', async (kind) => {
    const server = await listen((socket) => {
      socket.write('one');
      setImmediate(() => socket.end('two'));
    });
    const seen = record(world, server, (event, wire) => event.kind === kind && wire.destroy());
    await seen.until(kind);
    await world.resolve('localhost');
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    expect(seen.events.at(-1)?.kind).toBe(kind);
  });

  it('before it is open: nothing is heard at all', async () => {
    const server = await listen((socket) => socket.end('hello'));
    const seen = record(world, server);
    seen.wire.destroy();
    const other = record(world, server);
    await other.until('ended');
    other.wire.destroy();
    expect(seen.events).toEqual([]);
  });

  it('twice, after finish and after a failure does nothing', async () => {
    const server = await listen((socket) => socket.resetAndDestroy());
    const seen = record(world, server);
    await seen.until('failed');
    seen.wire.finish();
    seen.wire.destroy();
    seen.wire.send('x');
    seen.wire.destroy();
    expect(seen.kinds()).toEqual(['opened', 'failed']);
  });
});

function textOf({ events }: { events: readonly { kind: string; bytes?: string }[] }): string {
  return events.map((event) => event.bytes ?? '').join('');
}

function listener(heard: string[], onOpened: () => void) {
  return {
    opened: () => {
      heard.push('opened');
      onOpened();
    },
    received: () => heard.push('received'),
    secured: () => heard.push('secured'),
    ended: () => heard.push('ended'),
    failed: () => heard.push('failed'),
  };
}
