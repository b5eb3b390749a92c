import { expect, test } from 'vitest';
import { lanesFor } from '../../src/experiment/lanes.ts';
import { simulate } from '../../src/lab/simulate.ts';
import { DEFAULT_OPTIONS, type ProbeOptions } from '../../src/model/options.ts';

/** Each endpoint is worked on for 10 ms; tells when each of them began. */
async function begins(options: Partial<ProbeOptions>, endpoints: readonly string[]): Promise<number[]> {
  const world = simulate({ peers: {} });
  const lanes = lanesFor({ ...DEFAULT_OPTIONS, ...options });
  const work = endpoints.map((endpoint) => {
    const [address = '', port] = endpoint.split(':');
    return lanes({ address, port: Number(port) }, async () => {
      const beganMs = world.now();
      await new Promise<void>((resolve) => world.after(10, resolve));
      return beganMs;
    });
  });
  return world.run(Promise.all(work));
}

test.each<[string, Partial<ProbeOptions>, string[], number[]]>([
  ['one experiment at a time at one endpoint', {}, ['a:1', 'a:1', 'a:1'], [0, 10, 20]],
  ['other ports do not wait for it', {}, ['a:1', 'a:1', 'a:2'], [0, 10, 0]],
  ['an address has room for half as many as connections', { perHost: 4 }, ['a:1', 'a:2', 'a:3'], [0, 0, 10]],
  ['and for one at least', { perHost: 1 }, ['a:1', 'a:2'], [0, 10]],
  ['other addresses have their own room', { perHost: 2 }, ['a:1', 'a:2', 'b:1', 'b:2'], [0, 10, 0, 10]],
  ['so many in all', { concurrency: 2 }, ['a:1', 'b:1', 'c:1'], [0, 0, 10]],
  [
    'who waits for a busy address takes nobody else’s place',
    { concurrency: 2, perHost: 2 },
    ['a:1', 'a:2', 'a:3', 'b:1'],
    [0, 10, 20, 0],
  ],
])('%s', async (_name, options, endpoints, expected) => {
  expect(await begins(options, endpoints)).toEqual(expected);
});

test('work that fails leaves its place to the next', async () => {
  const lanes = lanesFor({ ...DEFAULT_OPTIONS, concurrency: 1, perHost: 1 });
  const endpoint = { address: 'a', port: 1 };
  const failing = lanes(endpoint, () => Promise.reject(new Error('broken')));
  const next = lanes(endpoint, () => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('done');
});
