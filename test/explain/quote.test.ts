import { expect, it } from 'vitest';
import { quote } from '../../src/explain/quote.ts';

it.each([
  ['554 go away\r\n', '"554 go away"'],
  ["g\x00\x00\x00\xffj\x04Host '10.0.0.9' is blocked", '"Host \'10.0.0.9\' is blocked"'],
  ['say "friend"', '"say \'friend\'"'],
  ['\x1b[31mred\x9b0m', '"[31mred"'],
  ['', '0 unprintable bytes'],
  ['\x00\xff', '2 unprintable bytes'],
  ['x'.repeat(1_000), `"${'x'.repeat(80)}..."`],
])('%j → %s', (bytes, words) => {
  expect(quote(bytes)).toBe(words);
});
