import { membership } from './membership.ts';
import {
  type Alternative,
  type CharacterLike,
  type Element,
  elementsIn,
  isCharacterLike,
  type Pattern,
  type Quantifier,
  treeOf,
} from './syntax.ts';

/** As much as the prober keeps of what one connection said. */
const LENGTH_MAX = 65_536;

/** Texts made to be hard for one pattern: each of its repetitions driven to its bound and beyond, and then a wrong ending. */
export const hostileTexts = (pattern: RegExp): readonly string[] => {
  const tree = treeOf(pattern);
  const letters = commonLetters(tree, pattern.flags);
  const repetitions = quantifiersIn(tree).length;
  const texts: string[] = [];
  for (let pumped = 0; pumped <= 2 * repetitions + 1; pumped += 1) {
    const writer = {
      pumped: pumped >> 1,
      stops: pumped % 2 === 0,
      seen: 0,
      stopped: false,
      letters,
      flags: pattern.flags,
    };
    const text = written(tree.alternatives, writer);
    texts.push(...ENDINGS.map((ending) => (text + ending.repeat(ENDING_LENGTH / ending.length)).slice(0, LENGTH_MAX)));
  }
  return [...new Set(texts)];
};

const ENDINGS = ['\x00', 'a ', '220-a\r\n'];
const ENDING_LENGTH = 2_000;

/** How often a repetition without a bound is written. */
const UNBOUNDED = 30_000;

interface Writer {
  /** The repetition, in the order of the pattern, up to which all are driven to their bounds; the others are at their least. */
  readonly pumped: number;
  /** Nothing is written after it, so that a wrong ending comes where it hurts most. */
  readonly stops: boolean;
  seen: number;
  stopped: boolean;
  readonly letters: readonly number[];
  readonly flags: string;
}

const written = (branches: readonly Alternative[], writer: Writer): string =>
  branches.map(({ elements }) => elements.map((element) => writtenOne(element, writer)).join(''))[0] ?? '';

const writtenOne = (element: Element, writer: Writer): string => {
  if (writer.stopped) return '';
  switch (element.type) {
    case 'Character':
    case 'CharacterSet':
    case 'CharacterClass':
      return letterOf(element, writer);
    case 'Group':
    case 'CapturingGroup':
      return written(element.alternatives, writer);
    case 'Quantifier': {
      const mine = writer.seen;
      writer.seen += 1;
      const text = writtenOne(element.element, writer);
      const most = Math.min(element.max, Math.ceil(UNBOUNDED / Math.max(text.length, 1)));
      const times = mine <= writer.pumped ? most : element.min;
      writer.stopped ||= writer.stops && mine === writer.pumped;
      return text.repeat(Math.min(times, Math.ceil(LENGTH_MAX / Math.max(text.length, 1)))).slice(0, LENGTH_MAX);
    }
    default:
      return '';
  }
};

/** A letter of the set, and where there is a choice the one that most sets of the pattern share: what is ambiguous is dear. */
const letterOf = (set: CharacterLike, { letters, flags }: Writer): string => {
  const has = membership(set, flags);
  return String.fromCharCode(letters.find((code) => has[code]) ?? 0);
};

const commonLetters = (tree: Pattern, flags: string): readonly number[] => {
  const sets = elementsIn(tree)
    .filter(isCharacterLike)
    .map((set) => membership(set, flags));
  const shares = Array.from({ length: 256 }, (_, code) => sets.filter((has) => has[code]).length);
  return shares.map((_, code) => code).sort((one, other) => (shares[other] ?? 0) - (shares[one] ?? 0));
};

const quantifiersIn = (tree: Pattern): readonly Quantifier[] =>
  elementsIn(tree).filter((element): element is Quantifier => element.type === 'Quantifier');
