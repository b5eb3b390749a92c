import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hang, wrap } from '../../src/report/wrap.ts';

describe('wrap', () => {
  it.each<[string, number | null, readonly string[]]>([
    ['', 10, ['']],
    ['one two', null, ['one two']],
    ['one two', 7, ['one two']],
    ['one two three', 7, ['one two', 'three']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['to abcdefgh', 4, ['to', 'abcd', 'efgh']],
    ['it took 6.0 s in all', 10, ['it took', '6.0 s in', 'all']],
    ['said `a b c` now', 9, ['said', '`a b c`', 'now']],
  ])('%j in %s columns', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  it('loses nothing and keeps to the width', () => {
    const sentence = fc.array(fc.stringMatching(/^[a-z`0-9]{1,30}$/), { minLength: 1 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(sentence, fc.integer({ min: 1, max: 60 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('hang', () => {
  it.each<[string, number | null, readonly string[]]>([
    ['one two three four five', 24, ['  * one two three four', '    five']],
    ['one two', null, ['  * one two']],
    ['one two three four five', 2, ['  * one two three four', '    five']],
  ])('%j in %s columns', (text, width, lines) => {
    expect(hang('  * ', text, width)).toEqual(lines);
  });
});
