import { expect, test } from 'vitest';
import type { Conversation } from '../../src/experiment/conversation.ts';
import { type Opener, pacer } from '../../src/experiment/pace.ts';
import { simulate } from '../../src/lab/simulate.ts';

const CONVERSATION = { isOpen: () => true } as unknown as Conversation;

/** Asks for so many connections at once and notes when each was let go. */
async function starts(
  count: number,
  rate: number | null,
  onOpen: (accept: () => void, world: ReturnType<typeof simulate>) => void,
): Promise<number[]> {
  const world = simulate({ peers: {} });
  const open: Opener = pacer(world, rate);
  const times: number[] = [];
  const all = Array.from({ length: count }, () =>
    open((accept) => {
      times.push(world.now());
      onOpen(accept, world);
      return CONVERSATION;
    }),
  );
  await world.run(Promise.all(all));
  return times;
}

test('accepted connections make room at once', async () => {
  expect(await starts(1_000, null, (accept, world) => world.after(1, accept))).toSatisfy(
    (times: number[]) => (times.at(-1) ?? 0) < 40,
  );
});

test('no more than 64 wait to be accepted, until the oldest is no part of a burst', async () => {
  const times = await starts(128, null, () => {});
  expect(times.filter((atMs) => atMs === 0)).toHaveLength(64);
  expect(times.at(-1)).toBeGreaterThanOrEqual(50);
});

test('a rate is kept', async () => {
  const times = await starts(11, 10, (accept) => accept());
  expect(times.at(-1)).toBeGreaterThanOrEqual(1_000);
  expect(times.at(-1)).toBeLessThan(1_050);
});
