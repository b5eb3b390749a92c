import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepHeapSmall, ownHeap } from '../../src/cli/heap.ts';

const MB = 1_000_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A heap that grows by so much before each look; of what it has, a collection leaves so much. */
function collections(sizesMb: readonly number[], leftMb: number): number[] {
  const collectedAt: number[] = [];
  let usedMb = 0;
  const stop = keepHeapSmall({
    usedBytes: () => usedMb * MB,
    collect: () => {
      collectedAt.push(usedMb);
      usedMb = leftMb;
    },
  });
  for (const sizeMb of sizesMb) {
    usedMb = sizeMb;
    vi.advanceTimersByTime(200);
  }
  stop();
  usedMb = 10_000;
  vi.advanceTimersByTime(10_000);
  return collectedAt;
}

test.each([
  ['a small heap is left alone', [10, 100, 149], 0, []],
  ['a large one is collected', [149, 151, 10], 20, [151]],
  ['and again when it has grown again', [160, 160, 160], 20, [160, 160, 160]],
  ['what is in use is not collected in vain', [250, 260, 279], 200, [250]],
  ['until it has grown by two fifths', [250, 279, 281], 200, [250, 281]],
])('%s', (_name, sizesMb, leftMb, expected) => {
  expect(collections(sizesMb, leftMb)).toEqual(expected);
});

test('V8 is really made to collect', async () => {
  vi.useRealTimers();
  const { collect, usedBytes } = ownHeap();
  const garbage = new WeakRef(Array.from({ length: 1_000 }, (_, index) => ({ index })));
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  expect(garbage.deref()).toBeUndefined();
  expect(usedBytes()).toBeGreaterThan(MB);
});
