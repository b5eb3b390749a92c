import { expect, it } from 'vitest';
import { hostileTexts } from '../../src/catalogue/hostile.ts';

it('drives each repetition to its bound, alone and with those after it, and then goes wrong', () => {
  const texts = hostileTexts(/^a{0,3}b{1,2}c/).map((text) => text.slice(0, 6));
  for (const start of ['aaa\0', 'aaab', 'aaabb', 'aaabbc'])
    expect(texts.some((text) => text.startsWith(start))).toBe(true);
});

it('chooses the letter that most parts of the pattern take', () => {
  expect(hostileTexts(/^[ax]{0,9}[bx]{0,9}/).some((text) => text.startsWith('x'.repeat(9)))).toBe(true);
});

it('never makes more than the prober keeps', () => {
  for (const text of hostileTexts(/^(?:ab*){0,60000}/)) expect(text.length).toBeLessThanOrEqual(65_536);
});
