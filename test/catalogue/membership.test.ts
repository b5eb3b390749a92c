import { expect, it } from 'vitest';
import { membership } from '../../src/catalogue/membership.ts';
import { elementsIn, isCharacterLike, treeOf } from '../../src/catalogue/syntax.ts';

it.each([
  [/^a/, 'a', 'Ab'],
  [/^a/i, 'aA', 'b'],
  [/^[^\x02-\xff]/, '\0\x01', '\x02a\xff'],
  [/^./, 'a\xff', '\n'],
  [/^./s, 'a\n', ''],
])('%s has %j and not %j', (pattern, inside, outside) => {
  const [set] = elementsIn(treeOf(pattern)).filter(isCharacterLike);
  const has = set ? membership(set, pattern.flags) : [];
  const isIn = (character: string) => has[character.charCodeAt(0)];
  expect([...inside].every(isIn)).toBe(true);
  expect([...outside].some(isIn)).toBe(false);
});
