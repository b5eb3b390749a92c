import { expect, it } from 'vitest';
import { elementsIn, isCharacterLike, treeOf } from '../../src/catalogue/syntax.ts';

it('finds every element, in groups, repetitions and lookaheads too', () => {
  const found = elementsIn(treeOf(/^(?=a)(?:b|[cd]{2})\w/)).map(({ raw }) => raw);
  expect(found).toEqual(['^', '(?=a)', 'a', '(?:b|[cd]{2})', 'b', '[cd]{2}', '[cd]', '\\w']);
});

it('knows what stands for one character', () => {
  const ones = elementsIn(treeOf(/^a(?:[bc]|.){2}\d/))
    .filter(isCharacterLike)
    .map(({ raw }) => raw);
  expect(ones).toEqual(['a', '[bc]', '.', '\\d']);
});
