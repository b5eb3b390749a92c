import { afterAll, describe, expect, it } from 'vitest';
import { closing, dripping, resetting, smtp, ssh, turningAway } from '../../src/lab/servers.ts';
import { simulate } from '../../src/lab/simulate.ts';
import { nodeWorld } from '../../src/net/node.ts';
import { type Servable, serve } from '../../src/net/serve.ts';
import type { Dial, World } from '../../src/net/world.ts';
import { record } from './recorder.ts';

const real = nodeWorld();
afterAll(() => real.close());

describe.each([
  ['node', onNode],
  ['simulated', inNetwork],
] as const)('the %s world keeps the contract', (_name, inWorld) => {
  it.each([
    ['a server that greets', smtp, ['opened', 'received']],
    ['a server that hangs up', closing, ['opened', 'ended']],
    ['a server that resets', resetting, ['opened', 'failed']],
    ['nobody', { kind: 'refused' }, ['failed']],
  ] as const)('%s: nothing before connect has returned, the opening once and first', async (_peer, peer, kinds) => {
    await inWorld(peer, async (world, dial) => {
      const seen = record(world, dial);
      expect(seen.events).toEqual([]);
      await seen.until(kinds[kinds.length - 1] ?? 'opened');
      await pause(world);
      expect(seen.kinds()).toEqual(kinds);
      seen.wire.destroy();
    });
  });

  it.each(['opened', 'received', 'ended'] as const)('nothing after destroy in %s', async (kind) => {
    await inWorld(turningAway('421 no\r\n'), async (world, dial) => {
      const seen = record(world, dial, (event, wire) => event.kind === kind && wire.destroy());
      await seen.until(kind);
      await pause(world);
      expect(seen.events.at(-1)?.kind).toBe(kind);
    });
  });

  it('nothing after finish, though the server goes on', async () => {
    await inWorld(dripping(ssh, 2), async (world, dial) => {
      const seen = record(world, dial, (event, wire) => event.kind === 'received' && wire.finish());
      await seen.until('received');
      await pause(world);
      expect(seen.kinds()).toEqual(['opened', 'received']);
      seen.wire.destroy();
    });
  });

  it('nothing at all after destroy before the opening', async () => {
    await inWorld(smtp, async (world, dial) => {
      const seen = record(world, dial);
      seen.wire.destroy();
      await pause(world);
      expect(seen.events).toEqual([]);
    });
  });

  it('a cancelled timer is not called, and the others are in order', async () => {
    await inWorld(smtp, async (world) => {
      const called: number[] = [];
      world.after(30, () => called.push(30));
      const cancel = world.after(10, () => called.push(10));
      world.after(1, () => called.push(1));
      cancel();
      cancel();
      await pause(world);
      expect(called).toEqual([1, 30]);
    });
  });

  it('an address resolves to itself, brackets or not', async () => {
    await inWorld(smtp, async (world) => {
      expect(await world.resolve('[::1]')).toEqual({ kind: 'resolved', addresses: ['::1'] });
      expect(await world.resolve('127.0.0.1')).toEqual({ kind: 'resolved', addresses: ['127.0.0.1'] });
    });
  });
});

type Story = (world: World, dial: Dial) => Promise<void>;

async function onNode(peer: Servable, story: Story): Promise<void> {
  const served = await serve(peer);
  await story(real, { address: served.address, port: served.port });
  await served.close();
}

async function inNetwork(peer: Servable, story: Story): Promise<void> {
  const world = simulate({ peers: { '127.0.0.1:1': peer } });
  await world.run(story(world, { address: '127.0.0.1', port: 1 }));
}

function pause(world: World): Promise<void> {
  return new Promise((resolve) => world.after(60, resolve));
}
