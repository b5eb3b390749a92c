import { expect, it } from 'vitest';
import { costOf } from '../../src/catalogue/steps.ts';

it.each([
  [/^a{2,3}?b$/, ['aab', 'aaab'], ['ab', 'aaaab']],
  [/^(?:ab|a)c/i, ['ABC', 'ac'], ['bc']],
  [/^(?!x)[^y]\b/, ['a', 'z '], ['x', 'y', 'ab']],
  [/^(?:\d,)*;/, [';', '1,2,;'], ['1,2', '1;']],
])('%s matches as the engine does', (pattern, good, bad) => {
  const cost = costOf(pattern);
  for (const text of [...good, ...bad]) expect(cost(text, 1_000).matches).toBe(pattern.test(text));
  expect(good.every((text) => pattern.test(text)) && !bad.some((text) => pattern.test(text))).toBe(true);
});

it('counts in proportion to the text where nothing is tried twice, and by its square where it is', () => {
  const text = 'a'.repeat(1_000);
  expect(costOf(/^a*b/)(text, 1_000_000).steps).toBeLessThan(4_000);
  expect(costOf(/^a*a*b/)(text, 10_000_000).steps).toBeGreaterThan(400_000);
});

it('gives up past the limit', () => {
  expect(costOf(/^(?:a|a)*b/)('a'.repeat(100), 500)).toMatchObject({ matches: false });
});

it('gives up where it would go too deep', () => {
  const deep = new RegExp(`^(?:${'a?'.repeat(60)}b){0,400}c`);
  expect(costOf(deep)('b'.repeat(400), 1e9)).toEqual({ matches: false, steps: Number.POSITIVE_INFINITY });
});

it.each([/^(a)\1/, /^a(?<=a)/])('has no use for %s', (pattern) => {
  expect(() => costOf(pattern)).toThrow('no use');
});
