import { describe, expect, it } from 'vitest';
import { istio } from '../../src/lab/proxies.ts';
import { flooding, mute, smtp } from '../../src/lab/servers.ts';
import { endpointKey, type Network, type Simulation, simulate } from '../../src/lab/simulate.ts';
import type { Listener } from '../../src/net/world.ts';
import { NUDGE } from './story.ts';

const empty: Network = { peers: {} };
const listener = (heard: Partial<Listener> = {}): Listener => ({
  opened: () => {},
  received: () => {},
  secured: () => {},
  ended: () => {},
  failed: () => {},
  ...heard,
});
const sleep = (world: Simulation, delayMs: number) => new Promise<void>((resolve) => world.after(delayMs, resolve));

describe('run', () => {
  it('jumps from event to event', async () => {
    const world = simulate(empty);
    await world.run(sleep(world, 10_000));
    expect(world.now()).toBe(10_000);
    await world.run(sleep(world, 5));
    expect(world.now()).toBe(10_005);
  });

  it('gives the value, and what was thrown', async () => {
    const world = simulate(empty);
    expect(await world.run(Promise.resolve(7))).toBe(7);
    await expect(world.run(Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('throws when nothing is left to happen', async () => {
    await expect(simulate(empty).run(new Promise(() => {}))).rejects.toThrow('nothing is left to happen');
  });

  it('throws when a day has gone by', async () => {
    const world = simulate(empty);
    const again = () => world.after(3_600_000, again);
    again();
    await expect(world.run(new Promise(() => {}))).rejects.toThrow('a simulated day has gone by');
  });

  it('throws what a callback throws', async () => {
    const world = simulate(empty);
    world.after(1, () => {
      throw new Error('bug');
    });
    await expect(world.run(sleep(world, 2))).rejects.toThrow('bug');
  });

  it('lets a chain of a thousand awaits end before anything else happens', async () => {
    const world = simulate(empty);
    const order: string[] = [];
    const chain = async () => {
      await sleep(world, 1);
      for (let link = 0; link < 1_000; link += 1) await null;
      order.push('chain');
      world.after(0, () => order.push('its timer'));
    };
    world.after(2, () => order.push('later timer'));
    await world.run(Promise.all([chain(), sleep(world, 3)]));
    expect(order).toEqual(['chain', 'its timer', 'later timer']);
  });

  it('does nothing more once the promise is settled', async () => {
    const world = simulate(empty);
    const called: number[] = [];
    world.after(20, () => called.push(20));
    await world.run(sleep(world, 10));
    expect([world.now(), called]).toEqual([10, []]);
  });
});

describe('simulate', () => {
  it.each([
    ['10.0.0.9', { kind: 'resolved', addresses: ['10.0.0.9'] }],
    ['[::1]', { kind: 'resolved', addresses: ['::1'] }],
    ['db', { kind: 'resolved', addresses: ['10.0.0.1', '::1'] }],
    ['flaky', { kind: 'unresolved', code: 'EAI_AGAIN' }],
    ['nobody', { kind: 'unresolved', code: 'ENOTFOUND' }],
    ['toString', { kind: 'unresolved', code: 'ENOTFOUND' }],
  ])('resolves %s', async (host, resolution) => {
    const names = { db: ['10.0.0.1', '::1'], flaky: { code: 'EAI_AGAIN' } };
    const world = simulate({ peers: {}, names });
    expect(await world.run(world.resolve(host))).toEqual(resolution);
  });

  it.each([
    ['10.0.0.1', '10.0.0.1:25'],
    ['::1', '[::1]:25'],
  ])('writes an endpoint as %s, %s', (address, key) => {
    expect(endpointKey(address, 25)).toBe(key);
  });

  it.each([
    ['a record', { '[::1]:25': smtp }],
    ['a map', new Map([['[::1]:25', smtp]])],
  ])('takes its peers from %s', async (_name, peers) => {
    const world = simulate({ peers });
    const heard = await world.run(
      new Promise<string>((resolve) => world.connect({ address: '::1', port: 25 }, listener({ received: resolve }))),
    );
    expect(heard).toBe('220 mail.example ESMTP Postfix\r\n');
    expect(world.reached('::1', 25)).toBe(1);
    expect(world.reached('::1', 26)).toBe(0);
  });

  it('fails the first connects for want of a descriptor, as it is told', async () => {
    const world = simulate({ peers: { '10.0.0.1:1': smtp }, localFailures: 2, lagMs: 7 });
    const said: string[] = [];
    for (let dial = 0; dial < 3; dial += 1) {
      world.connect(
        { address: '10.0.0.1', port: 1 },
        listener({ opened: () => said.push('opened'), failed: (e) => said.push(`${e.code} ${e.local}`) }),
      );
    }
    await world.run(sleep(world, 10));
    expect(said).toEqual(['EMFILE true', 'EMFILE true', 'opened']);
    expect(world.lagSince(0)).toBe(7);
  });

  it('ends a flood with the client', async () => {
    const world = simulate({ peers: { '10.0.0.1:1': flooding('x', 1) } });
    let count = 0;
    const wire = world.connect(
      { address: '10.0.0.1', port: 1 },
      listener({
        received: () => {
          count += 1;
          if (count === 10) wire.destroy();
        },
      }),
    );
    await expect(world.run(new Promise(() => {}))).rejects.toThrow('nothing is left to happen');
    expect(count).toBe(10);
  });

  it('holds ten thousand endpoints that stall for ten seconds', async () => {
    const peers = new Map(
      Array.from({ length: 10_000 }, (_, index) => [`10.0.0.1:${index + 1}`, index % 2 ? mute : STALLED]),
    );
    const world = simulate({ peers });
    const freed = await world.run(Promise.all([...peers.keys()].map((_, index) => stall(world, index + 1))));
    expect(freed.filter((bytes) => bytes !== '')).toHaveLength(5_000);
    expect(world.now()).toBeGreaterThan(10_000);
    expect(world.now()).toBeLessThan(10_010);
  });
});

const STALLED = istio(smtp, { mtls: 'permissive', declared: 'auto' });

/** Ten seconds of silence, and then the nudge. */
function stall(world: Simulation, port: number): Promise<string> {
  return new Promise((resolve) => {
    const wire = world.connect({ address: '10.0.0.1', port }, listener({ received: resolve }));
    world.after(10_000, () => wire.send(NUDGE));
    world.after(10_001, () => {
      wire.destroy();
      resolve('');
    });
  });
}
