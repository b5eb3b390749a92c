import type { AST } from '@eslint-community/regexpp';

/** What stands for one character in a pattern. */
export type CharacterLike = AST.Character | AST.CharacterSet | AST.CharacterClass;

export const isCharacterLike = (element: AST.Element): element is CharacterLike =>
  element.type === 'Character' || element.type === 'CharacterSet' || element.type === 'CharacterClass';

const known = new Map<string, readonly boolean[]>();

/** Which of the 256 characters belong to a set, as the engine itself sees it. */
export const membership = (set: CharacterLike, flags: string): readonly boolean[] => {
  const key = `${flags}/${set.raw}`;
  const before = known.get(key);
  if (before) return before;
  const alone = new RegExp(`^${set.raw}$`, flags);
  const answers = Array.from({ length: 256 }, (_, code) => alone.test(String.fromCharCode(code)));
  known.set(key, answers);
  return answers;
};
