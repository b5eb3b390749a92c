import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runaway } from '../../src/catalogue/backtracking.ts';
import { costOf } from '../../src/catalogue/steps.ts';

it.each([
  ['nested repetitions', /^(?:a+)+$/, 'a+ can match the same bytes'],
  ['neighbours that share a letter', /^\w*\d*!/, '\\w* with \\d* can match the same bytes'],
  ['two ways to say the same', /^(?:a|a)*b/, 'steps on'],
  ['bounds that are too generous', /^(?:a{0,200}){0,200}!/, 'steps on'],
  ['a word that is in both loops', /^[^\n]*: [^\n]*\n/, 'steps on'],
  ['the same with bounds', /^[^\n]{0,1000}: [^\n]{0,1000}: [^\n]{0,1000}\n/, 'steps on'],
  ['branches of which one is two of another', /^(?:x|ab|abab){0,100}c/, 'steps on'],
  ['branches that are the same together', /^(?:x|ab|c|a|bc){0,100}!/, 'steps on'],
  ['what is in a lookahead', /^(?!x(?:y|ab|abab){0,90}c)/, 'steps on'],
  ['many small choices', /^.?.?.?.?.?.?.?.?.?.?.?.?.?.?.?.?.?.?.?.?z/, 'steps on'],
])('finds %s', (_, pattern, why) => {
  expect(runaway(pattern)).toContain(why);
});

it.each([/^SSH-(?<version>[\w.]{1,40})\r?\n/, /^[^\n]*\n/, /^(?:\d{1,3},){0,20}\d/])(
  'has nothing against %s',
  (pattern) => {
    expect(runaway(pattern)).toBeNull();
  },
);

const atom = fc
  .tuple(
    fc.constantFrom('a', 'b', 'c', '[ab]', '[bc]', '.', '[^c]'),
    fc.constantFrom('', '', '*', '+', '?', '{0,50}', '{2,9}', '*?'),
  )
  .map((parts) => parts.join(''));
const { source } = fc.letrec<{ source: string; term: string }>((tie) => ({
  source: fc.array(tie('term'), { minLength: 1, maxLength: 3 }).map((terms) => terms.join('')),
  term: fc.oneof(
    { maxDepth: 2 },
    atom,
    fc
      .tuple(fc.array(tie('source'), { minLength: 1, maxLength: 3 }), fc.constantFrom('', '?', '{0,100}', '{1,20}'))
      .map(([branches, times]) => `(?:${branches.join('|')})${times}`),
  ),
}));
const word = fc
  .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 6 })
  .map((letters) => letters.join(''));

it('has something against each pattern that a repeated word keeps busy', () => {
  fc.assert(
    fc.property(source, fc.array(word, { minLength: 20, maxLength: 20 }), (text, words) => {
      const pattern = new RegExp(`^${text}!`);
      if (runaway(pattern) !== null) return;
      const cost = costOf(pattern);
      for (const each of words) {
        const bytes = each.repeat(Math.ceil(3_000 / each.length));
        expect(cost(bytes, 1e7).steps).toBeLessThan(4 * (20_000 + 16 * bytes.length));
      }
    }),
    { numRuns: 150 },
  );
});
