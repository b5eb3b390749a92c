import type { World } from '../net/world.ts';
import type { Conversation } from './converse.ts';

/** Makes a connection when its turn has come. `open` is told what to call once the connection is accepted, or is over. */
export type Opener = (open: (onAccepted: () => void) => Conversation) => Promise<Conversation>;

/**
 * Connections that may be waiting to be accepted at once. A burst of 5,000 makes first bytes look 190 ms late, since their events
 * queue behind the connects (measured); with this many they are off by a few milliseconds, and the rate is still what the CPU gives.
 */
const UNACCEPTED_MAX = 64;

/** After this long a connection that is not accepted is a slow one and no part of a burst. */
const BURST_MS = 50;

/** Paces the starts of connections: by load, and by `rate` per second where the user wants it. */
export function pacer(world: World, rate: number | null): Opener {
  const unaccepted = new Map<symbol, number>();
  const queue: (() => void)[] = [];
  let nextStartMs = 0;
  let hasTimer = false;

  const waitMs = (): number => {
    const nowMs = world.now();
    for (const [start, atMs] of unaccepted) {
      if (nowMs - atMs < BURST_MS) break;
      unaccepted.delete(start);
    }
    const [oldestMs = nowMs] = unaccepted.values();
    const burstMs = unaccepted.size < UNACCEPTED_MAX ? 0 : oldestMs + BURST_MS - nowMs;
    return Math.max(burstMs, nextStartMs - nowMs);
  };
  const pump = (): void => {
    while (queue.length > 0) {
      const delayMs = waitMs();
      if (delayMs > 0) return wakeAfter(delayMs);
      if (rate !== null) nextStartMs = Math.max(world.now(), nextStartMs) + 1_000 / rate;
      queue.shift()?.();
    }
  };
  const wakeAfter = (delayMs: number): void => {
    if (hasTimer) return;
    hasTimer = true;
    world.after(Math.max(1, delayMs), () => {
      hasTimer = false;
      pump();
    });
  };

  const start = (open: Parameters<Opener>[0]): Conversation => {
    const mark = Symbol();
    unaccepted.set(mark, world.now());
    return open(() => {
      unaccepted.delete(mark);
      if (queue.length > 0) pump();
    });
  };

  return (open) =>
    new Promise((resolve) => {
      queue.push(() => resolve(start(open)));
      pump();
    });
}
