import { expect, it } from 'vitest';
import { pumpsOf } from '../../src/catalogue/pumps.ts';

it.each<[string, RegExp, string, string]>([
  ['round a loop by two branches', /^x(?:a|a)*b/, 'xa', 'aa'],
  ['round a loop by one branch or two', /^(?:ab|abab)*c/, 'ab', 'ababab'],
  ['round a loop in a loop', /^(?:a*)*b/, 'a', 'a'],
  ['in one loop or the next', /^a*a*b/, 'a', 'a'],
  ['in one loop or the next, by what is between', /^[ab]*ab[ab]*c/, 'b', 'abb'],
])('finds a word that can be read %s', (_, pattern, lead, word) => {
  expect(pumpsOf(pattern)).toContainEqual({ lead, word });
});

it.each([/^a*b*c/, /^(?:a,)*b/, /^(?:ab|ac)*d/, /^[^:]*:[^\n]*\n/, /^\w{1,9}(?:\.\w{1,9}){0,9} /])(
  'finds none in %s',
  (pattern) => {
    expect(pumpsOf(pattern)).toEqual([]);
  },
);

it('gives up on what is too tangled', () => {
  const tangled = new RegExp(
    `^(?:${Array.from({ length: 60 }, (_, index) => `[^${String.fromCharCode(65 + index)}]{0,9}`).join('')}){0,9}`,
  );
  expect(pumpsOf(tangled)).toBeNull();
});
