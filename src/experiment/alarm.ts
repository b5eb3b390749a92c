import type { Cancel, World } from '../net/world.ts';

/** One timer for all the times at which a connection wants to be looked at. */
export interface Alarm {
  /** Rings no later than after this long; perhaps sooner, for an earlier wish. */
  within(delayMs: number): void;
  stop(): void;
}

/** A timer may fire a hair early; the next one must not be set for no time at all. */
const TICK_MS = 1;

/** Sets a timer only where none rings soon enough: most connections are over before their first deadline. */
export function alarm(world: World, ring: () => void): Alarm {
  let cancel: Cancel | null = null;
  let ringsAtMs = Number.POSITIVE_INFINITY;
  const stop = (): void => {
    cancel?.();
    cancel = null;
    ringsAtMs = Number.POSITIVE_INFINITY;
  };
  return {
    within(delayMs) {
      const wantedMs = Math.max(TICK_MS, delayMs);
      const nowMs = world.now();
      if (ringsAtMs <= nowMs + wantedMs) return;
      stop();
      ringsAtMs = nowMs + wantedMs;
      cancel = world.after(wantedMs, () => {
        stop();
        ring();
      });
    },
    stop,
  };
}
