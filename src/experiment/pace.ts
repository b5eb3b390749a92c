import type { World } from '../net/world.ts';
import type { Conversation } from './conversation.ts';

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
  const burst = burstGauge(world);
  const queue: (() => void)[] = [];
  let nextStartMs = 0;
  let hasTimer = false;

  const pump = (): void => {
    while (queue.length > 0) {
      const delayMs = Math.max(burst.waitMs(), nextStartMs - world.now());
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
    const accepted = burst.started();
    return open(() => {
      accepted();
      pump();
    });
  };

  return (open) =>
    new Promise((resolve) => {
      queue.push(() => resolve(start(open)));
      pump();
    });
}

interface BurstGauge {
  /** Notes a start; what it gives back is to be called when that connection is accepted. */
  started(): () => void;
  /** How long until one more may start. */
  waitMs(): number;
}

/** Counts the connections that wait to be accepted. */
function burstGauge(world: World): BurstGauge {
  const unaccepted = new Map<symbol, number>();
  return {
    started() {
      const mark = Symbol();
      unaccepted.set(mark, world.now());
      return () => unaccepted.delete(mark);
    },
    waitMs() {
      const nowMs = world.now();
      for (const [mark, atMs] of unaccepted) {
        if (nowMs - atMs < BURST_MS) break;
        unaccepted.delete(mark);
      }
      const [oldestMs = nowMs] = unaccepted.values();
      return unaccepted.size < UNACCEPTED_MAX ? 0 : oldestMs + BURST_MS - nowMs;
    },
  };
}
