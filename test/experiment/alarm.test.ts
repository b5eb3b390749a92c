import { expect, test } from 'vitest';
import { type Alarm, alarm } from '../../src/experiment/alarm.ts';
import { simulate } from '../../src/lab/simulate.ts';

type Wish = readonly [atMs: number, wish: (bell: Alarm) => void];
const within =
  (delayMs: number) =>
  (bell: Alarm): void =>
    bell.within(delayMs);
const stop = (bell: Alarm): void => bell.stop();

test.each<[string, Wish[], number[]]>([
  ['rings once, in time', [[0, within(50)]], [50]],
  [
    'a sooner wish counts',
    [
      [0, within(50)],
      [10, within(5)],
    ],
    [15],
  ],
  [
    'a later one does not',
    [
      [0, within(50)],
      [10, within(500)],
    ],
    [50],
  ],
  [
    'rings again for a new wish',
    [
      [0, within(50)],
      [60, within(50)],
    ],
    [50, 110],
  ],
  [
    'rings no more once it is stopped',
    [
      [0, within(50)],
      [10, stop],
    ],
    [],
  ],
  [
    'hears wishes after it was stopped',
    [
      [0, within(50)],
      [10, stop],
      [20, within(100)],
    ],
    [120],
  ],
  ['a moment that is past is the next one', [[10, within(-5)]], [11]],
])('%s', async (_name, wishes, expected) => {
  const world = simulate({ peers: {} });
  const rings: number[] = [];
  const bell = alarm(world, () => rings.push(world.now()));
  for (const [atMs, wish] of wishes) world.after(atMs, () => wish(bell));
  await world.run(new Promise<void>((resolve) => world.after(1_000, resolve)));
  expect(rings).toEqual(expected);
});

test('may be set again while it rings', async () => {
  const world = simulate({ peers: {} });
  const rings: number[] = [];
  const bell = alarm(world, () => {
    rings.push(world.now());
    if (rings.length < 3) bell.within(10);
  });
  bell.within(10);
  await world.run(new Promise<void>((resolve) => world.after(1_000, resolve)));
  expect(rings).toEqual([10, 20, 30]);
});
