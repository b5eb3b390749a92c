import fc from 'fast-check';
import { expect, it } from 'vitest';
import { patternAnywhere, patternFrom } from '../../src/catalogue/pattern.ts';
import { UsageError } from '../../src/targets/usage-error.ts';

it.each([
  ['^TENANT (?<version>\\d+)', /^TENANT (?<version>\d+)/],
  ['/^tenant/is', /^tenant/is],
  ['^a|^b', /^a|^b/],
  ['^(?:a|b)/i', /^(?:a|b)\/i/],
  ['^\\x00[\\x80-\\xff]', /^\x00[\x80-\xff]/],
])('%s', (text, pattern) => {
  expect(String(patternFrom(text))).toBe(String(pattern));
});

it.each([
  ['^(', 'no regular expression: unterminated group', 'single quotes'],
  ['TENANT', 'begins with ^', '^(?:one|two)'],
  ['^a|b', 'so does each of its alternatives', '^one|^two'],
  ['/^a/g', 'the flags "g"', 'only i and s'],
  ['^\u20ac', '"\u20ac" is no byte', '\\xc3\\xa4'],
  ['^(a)\\1', '\\1 refers back', 'write it out'],
  ['^a(?<!b)', '(?<!b) looks behind', 'look ahead'],
  ['^(?:a+)+b', 'this could run for ever: a+', 'bound each repetition'],
  [`^${'a'.repeat(1_000)}`, 'a pattern of 1001 characters', 'at most 1000'],
])('refuses %s', (text, message, hint) => {
  expect(() => patternFrom(text)).toThrow(
    expect.objectContaining({ message: expect.stringContaining(message), hint: expect.stringContaining(hint) }),
  );
});

it('may begin anywhere where that is harmless', () => {
  expect(String(patternAnywhere('(?:^|\\n)220 '))).toBe('/(?:^|\\n)220 /');
  expect(() => patternAnywhere('a+b')).toThrow('could run for ever');
});

it('either takes a text or says what is wrong with it', () => {
  const piece = fc.constantFrom(
    ...'^$.|?*+()[]{}\\,-:=!<>/ab01',
    '(?:',
    '(?=',
    '(?!',
    '(?<a>',
    '\\b',
    '\\1',
    '\\k<a>',
    '[^',
    '{2,}',
    '{0,9}',
    '(?i:',
  );
  const text = fc.array(piece, { maxLength: 24 }).map((pieces) => `^${pieces.join('')}`);
  fc.assert(
    fc.property(text, (written) => {
      try {
        expect(patternFrom(written)).toBeInstanceOf(RegExp);
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
      }
    }),
    { numRuns: 300 },
  );
});
