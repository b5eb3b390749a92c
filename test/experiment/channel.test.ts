import { expect, test } from 'vitest';
import { type Channel, channel } from '../../src/experiment/channel.ts';

/** All that comes out, and the error that ended it. */
async function drained(items: AsyncIterable<number>): Promise<{ values: number[]; error: unknown }> {
  const values: number[] = [];
  try {
    for await (const value of items) values.push(value);
  } catch (error) {
    return { values, error };
  }
  return { values, error: null };
}

test.each<[string, (to: Channel<number>) => void, number[], unknown]>([
  ['keeps the order', (to) => [1, 2, 3].forEach(to.put), [1, 2, 3], null],
  ['ends empty', () => {}, [], null],
  [
    'gives what it has before it fails',
    (to) => {
      to.put(1);
      to.fail('broken');
    },
    [1],
    'broken',
  ],
])('%s', async (_name, fill, values, error) => {
  for (const isWaitedFor of [false, true]) {
    const through = channel<number>();
    const early = isWaitedFor ? drained(through.items()) : null;
    await Promise.resolve();
    fill(through);
    through.close();
    expect(await (early ?? drained(through.items()))).toEqual({ values, error });
  }
});

test('what is put while another value is being worked on comes too', async () => {
  const through = channel<number>();
  const seen: number[] = [];
  through.put(1);
  for await (const value of through.items()) {
    seen.push(value);
    if (value < 3) through.put(value + 1);
    else through.close();
  }
  expect(seen).toEqual([1, 2, 3]);
});

test('the first end counts', async () => {
  const through = channel<number>();
  through.close();
  through.fail('too late');
  expect(await drained(through.items())).toEqual({ values: [], error: null });
});
