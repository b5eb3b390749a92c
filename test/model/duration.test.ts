import { expect, it } from 'vitest';
import { inWords } from '../../src/model/duration.ts';

it.each([
  [0, '0.0 ms'],
  [-0.01, '0.0 ms'],
  [0.44, '0.4 ms'],
  [9.94, '9.9 ms'],
  [9.96, '10 ms'],
  [999.4, '999 ms'],
  [999.6, '1.0 s'],
  [6_000, '6.0 s'],
  [15_004, '15.0 s'],
  [119_900, '119.9 s'],
  [120_000, '2 min'],
])('%d ms are %s', (ms, words) => {
  expect(inWords(ms)).toBe(words);
});
