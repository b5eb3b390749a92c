import { expect, it } from 'vitest';
import { plural } from '../../src/report/plural.ts';

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [2, '2 bytes'],
])('%d', (count, words) => {
  expect(plural(count, 'byte')).toBe(words);
});
