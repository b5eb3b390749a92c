/** Remembers how late our own event loop was. `tick` is to be called at a steady pace. */
export interface LagMeter {
  tick(): void;
  /** The worst lateness since that moment, what is overdue at this very moment included. */
  since(sinceMs: number): number;
}

/** The latenesses still worth knowing: each is worse than all that came after it, so that a look-up is a binary search. */
interface Late {
  readonly atMs: number;
  readonly byMs: number;
}

/** The pace that `tick` is expected at. */
const PACE_MS = 10;

/** Measures lateness against a pace of 10 ms. */
export function lagMeter(now: () => number): LagMeter {
  const worst: Late[] = [];
  let dueMs = now() + PACE_MS;

  function tick(): void {
    const atMs = now();
    const byMs = Math.max(0, atMs - dueMs);
    while (worst.length > 0 && (worst.at(-1)?.byMs ?? 0) <= byMs) worst.pop();
    worst.push({ atMs, byMs });
    dueMs = atMs + PACE_MS;
  }

  return {
    tick,
    since: (sinceMs) => Math.max(0, now() - dueMs, worst[firstAtOrAfter(worst, sinceMs)]?.byMs ?? 0),
  };
}

function firstAtOrAfter(worst: readonly Late[], sinceMs: number): number {
  let low = 0;
  let high = worst.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((worst[middle]?.atMs ?? 0) < sinceMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
