import { expect, test } from 'vitest';
import { LocalExhaustion, retryDelayMs } from '../../src/experiment/local-exhaustion.ts';

test('says that the want is ours, and by which code', () => {
  const error = new LocalExhaustion('EMFILE');
  expect(error).toMatchObject({ name: 'LocalExhaustion', code: 'EMFILE' });
  expect(error.message).toMatch(/^this machine .*EMFILE/);
});

test.each([
  [0, 50],
  [50, 75],
  [10_000, 2_000],
  [118_000, 2_000],
  [118_001, null],
])('after %d ms of it we look again in %s ms', (waitedMs, delayMs) => {
  expect(retryDelayMs(waitedMs)).toBe(delayMs);
});
