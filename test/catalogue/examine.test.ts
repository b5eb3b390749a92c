import { expect, it } from 'vitest';
import { examine } from '../../src/catalogue/examine.ts';

it.each<[RegExp, 'first bytes' | 'anywhere', string | null]>([
  [/^a|^b/, 'first bytes', null],
  [/^a|b/, 'first bytes', 'each of its alternatives'],
  [/a/, 'first bytes', 'begins with ^'],
  [/a/, 'anywhere', null],
  [/(?:^|\n)220 /, 'anywhere', null],
  [/a+b/, 'anywhere', 'could run for ever'],
  [/^(a)\1/, 'first bytes', '\\1 refers back'],
  [/^a(?<!b)/, 'first bytes', '(?<!b) looks behind'],
  [/^a+a+b/, 'first bytes', 'could run for ever: a+'],
])('%s for %s', (pattern, where, words) => {
  expect(examine(pattern, where)).toEqual(
    words === null ? null : { words: expect.stringContaining(words), hint: expect.any(String) },
  );
});
