import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Above this much the heap is collected; V8 by itself would let it grow by the memory of the machine, of which we are a guest. */
const COLLECT_ABOVE_BYTES = 150_000_000;

/** How much it may grow over what was left by the last collection, before the next one. */
const GROWTH = 1.4;

/** How often we look. */
const LOOK_EVERY_MS = 200;

/** The heap, as far as it must be known to keep it small. */
interface Heap {
  readonly usedBytes: () => number;
  readonly collect: () => void;
}

/** Keeps the heap of a large run small. Each collection stops us for a moment: the judge knows such lag from a late server. */
export function keepHeapSmall({ usedBytes, collect }: Heap = ownHeap()): () => void {
  let above = COLLECT_ABOVE_BYTES;
  const timer = setInterval(() => {
    if (usedBytes() < above) return;
    collect();
    above = Math.max(COLLECT_ABOVE_BYTES, GROWTH * usedBytes());
  }, LOOK_EVERY_MS).unref();
  return () => clearInterval(timer);
}

/** The heap of this process; V8 hands out its collector only when it is asked to. */
export function ownHeap(): Heap {
  setFlagsFromString('--expose-gc');
  return { usedBytes: () => getHeapStatistics().used_heap_size, collect: runInNewContext('gc') };
}
