import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Above this much the heap is collected; V8 by itself would let it grow by the memory of the machine, of which we are a guest. */
const COLLECT_ABOVE_BYTES = 150_000_000;

/** How much it may grow over what was left by the last collection, before the next one. */
const GROWTH = 1.4;

/** How often we look. */
const LOOK_EVERY_MS = 200;

/** From so many endpoints at once the sockets that have done their work are worth being collected early. */
export const MANY_AT_ONCE = 2_000;

/** Keeps the heap of a large run small. Each collection stops us for a moment: the judge knows such lag from a late server. */
export function keepHeapSmall(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  let above = COLLECT_ABOVE_BYTES;
  const timer = setInterval(() => {
    if (getHeapStatistics().used_heap_size < above) return;
    collect();
    above = Math.max(COLLECT_ABOVE_BYTES, GROWTH * getHeapStatistics().used_heap_size);
  }, LOOK_EVERY_MS).unref();
  return () => clearInterval(timer);
}
