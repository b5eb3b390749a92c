import { expect, it } from 'vitest';
import { automatonOf } from '../../src/catalogue/automaton.ts';

/** Whether the automaton can follow these bytes from the first on. */
const follows = (pattern: RegExp, text: string): boolean => {
  const { letters, starts, next } = automatonOf(pattern);
  const [first = '', ...rest] = text;
  let states = starts(letters.indexOf(first)).map(({ to }) => to);
  for (const letter of rest)
    states = states.flatMap((state) => next(state, letters.indexOf(letter)).map(({ to }) => to));
  return states.length > 0;
};

it.each<[RegExp, readonly string[], readonly string[]]>([
  [/^ab?c/, ['a', 'ab', 'abc', 'ac'], ['b', 'acb']],
  [/^(?:ab|c)*d/, ['ababcd', 'd', 'ca'], ['ad', 'dd']],
  [/^a{2}b/, ['aab', 'aaaab'], ['ba']],
  [/^(?=ab)a[bc]d/, ['ab', 'acd'], ['abb', 'b']],
  [/^a{0}b/, ['b'], ['a']],
])('%s goes its ways, and repeats without a bound', (pattern, good, bad) => {
  expect(good.filter((text) => !follows(pattern, text))).toEqual([]);
  expect(bad.filter((text) => follows(pattern, text))).toEqual([]);
});

it('has one letter of each class', () => {
  expect(automatonOf(/^[^\n]*: \d/).letters.toSorted()).toEqual(['\0', '\n', ' ', '0', ':']);
});

it('counts the ways where a loop is in a loop', () => {
  const waysOf = (pattern: RegExp) => {
    const { letters, next } = automatonOf(pattern);
    return next(0, letters.indexOf('a')).map(({ ways }) => ways);
  };
  expect(waysOf(/^a*b/)).toEqual([1]);
  expect(waysOf(/^(?:a*)*b/)).toEqual([2]);
});
