import type { Cancel } from '../net/world.ts';

/** What is still to happen in a simulation, earliest first; what is due at the same moment keeps its order. */
export interface Agenda {
  add(atMs: number, callback: () => void): Cancel;
  /** Takes the earliest thing that was not cancelled. */
  next(): Entry | undefined;
}

export interface Entry {
  readonly atMs: number;
  readonly callback: () => void;
}

interface Slot {
  readonly atMs: number;
  readonly order: number;
  callback: (() => void) | null;
}

/** A binary heap. */
export function agenda(): Agenda {
  const heap: Slot[] = [];
  let order = 0;
  return {
    add(atMs, callback) {
      const slot: Slot = { atMs, order: order++, callback };
      push(heap, slot);
      return () => {
        slot.callback = null;
      };
    },
    next() {
      for (;;) {
        const slot = pop(heap);
        if (slot === undefined) return undefined;
        if (slot.callback !== null) return { atMs: slot.atMs, callback: slot.callback };
      }
    },
  };
}

function push(heap: Slot[], slot: Slot): void {
  let index = heap.length;
  while (index > 0) {
    const parentIndex = (index - 1) >> 1;
    const parent = heap[parentIndex];
    if (parent === undefined || before(parent, slot)) break;
    heap[index] = parent;
    index = parentIndex;
  }
  heap[index] = slot;
}

function pop(heap: Slot[]): Slot | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (last !== undefined && last !== first) sink(heap, last);
  return first;
}

/** Puts a slot in at the top and lets it sink to its place. */
function sink(heap: Slot[], slot: Slot): void {
  let index = 0;
  for (;;) {
    const childIndex = smallerChild(heap, index);
    const child = heap[childIndex];
    if (child === undefined || before(slot, child)) break;
    heap[index] = child;
    index = childIndex;
  }
  heap[index] = slot;
}

function smallerChild(heap: readonly Slot[], index: number): number {
  const left = heap[2 * index + 1];
  const right = heap[2 * index + 2];
  return left !== undefined && right !== undefined && before(right, left) ? 2 * index + 2 : 2 * index + 1;
}

function before(one: Slot, other: Slot): boolean {
  return one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);
}
