import type { CharacterLike } from './syntax.ts';

const known = new Map<string, readonly boolean[]>();

/** Which of the 256 characters belong to a set, as the engine itself sees it. */
export function membership(set: CharacterLike, flags: string): readonly boolean[] {
  const key = `${flags}/${set.raw}`;
  const before = known.get(key);
  if (before) return before;
  const alone = new RegExp(`^${set.raw}$`, flags);
  const answers = Array.from({ length: 256 }, (_, code) => alone.test(String.fromCharCode(code)));
  known.set(key, answers);
  return answers;
}
