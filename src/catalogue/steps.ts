import { membership } from './membership.ts';
import {
  type Alternative,
  type Assertion,
  type CharacterLike,
  type Element,
  isCharacterLike,
  type Quantifier,
  treeOf,
} from './syntax.ts';

/** What one match cost. Steps and not milliseconds: the same on every machine. */
export interface Cost {
  readonly matches: boolean;
  readonly steps: number;
}

/** Matches as a backtracking engine without shortcuts does, and counts. Gives up, with no match, past `limit`. */
export const costOf = (pattern: RegExp): ((text: string, limit: number) => Cost) => {
  const tree = treeOf(pattern);
  const meter: Meter = { text: '', steps: 0, limit: 0, flags: pattern.flags };
  const matcher = either(tree.alternatives, meter);
  return (text, limit) => {
    Object.assign(meter, { text, steps: 0, limit });
    const matches = follow(matcher, meter);
    return { matches: matches && meter.steps <= limit, steps: meter.steps };
  };
};

/** What goes too deep to be followed has no bound worth the name. */
const follow = (matcher: Matcher, meter: Meter): boolean => {
  try {
    return matcher(0, () => true);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    meter.steps = Number.POSITIVE_INFINITY;
    return false;
  }
};

interface Meter {
  text: string;
  steps: number;
  limit: number;
  /** Those that change what a single character matches are kept: i and s. */
  readonly flags: string;
}

/** Tries to go on from a position, in every way it can, until `next` is content with one. */
type Matcher = (position: number, next: Next) => boolean;
type Next = (position: number) => boolean;

const either = (branches: readonly Alternative[], meter: Meter): Matcher => {
  const matchers = branches.map(({ elements }) => inTurn(matchersOf(elements, meter)));
  return (position, next) => matchers.some((matcher) => matcher(position, next));
};

/** Letters that stand side by side are one matcher: a word is no deeper than a letter. */
const matchersOf = (elements: readonly Element[], meter: Meter): readonly Matcher[] => {
  const matchers: Matcher[] = [];
  let word: CharacterLike[] = [];
  for (const element of elements) {
    if (isCharacterLike(element)) word.push(element);
    else {
      if (word.length > 0) matchers.push(letters(word, meter));
      matchers.push(one(element, meter));
      word = [];
    }
  }
  return word.length > 0 ? [...matchers, letters(word, meter)] : matchers;
};

const letters = (word: readonly CharacterLike[], meter: Meter): Matcher => {
  const sets = word.map((set) => membership(set, meter.flags));
  return (position, next) => {
    for (const [index, has] of sets.entries()) {
      meter.steps += 1;
      if (!has[meter.text.charCodeAt(position + index)]) return false;
    }
    return next(position + sets.length);
  };
};

const inTurn = (matchers: readonly Matcher[]): Matcher =>
  matchers.reduceRight<Matcher>(
    (rest, matcher) => (position, next) => matcher(position, (after) => rest(after, next)),
    (position, next) => next(position),
  );

const one = (element: Element, meter: Meter): Matcher => {
  switch (element.type) {
    case 'Character':
    case 'CharacterSet':
    case 'CharacterClass':
      return letters([element], meter);
    case 'Group':
    case 'CapturingGroup':
      return either(element.alternatives, meter);
    case 'Quantifier':
      return isCharacterLike(element.element)
        ? characters(element.element, element, meter)
        : repeated(one(element.element, meter), element, meter);
    case 'Assertion':
      return asserted(element, meter);
    default:
      throw new Error(`the catalogue has no use for a ${element.type}`);
  }
};

type Range = Pick<Quantifier, 'min' | 'max' | 'greedy'>;

/** A run of one kind of character, without recursion: it may be as long as the text. */
const characters = (set: CharacterLike, { min, max, greedy }: Range, meter: Meter): Matcher => {
  const has = membership(set, meter.flags);
  const isThere = (position: number): boolean => {
    meter.steps += 1;
    return position < meter.text.length && (has[meter.text.charCodeAt(position)] ?? false);
  };
  return (position, next) => {
    let length = 0;
    while (length < (greedy ? max : min) && isThere(position + length)) length += 1;
    if (length < min) return false;
    while (meter.steps <= meter.limit) {
      meter.steps += 1;
      if (next(position + length)) return true;
      if (greedy ? length === min : length === max || !isThere(position + length)) return false;
      length += greedy ? -1 : 1;
    }
    return false;
  };
};

/** Rounds of a group, each some calls deep: what needs more has no bound worth the name. */
const DEPTH_MAX = 500;

const repeated = (body: Matcher, { min, max, greedy }: Range, meter: Meter): Matcher => {
  const from = (count: number, position: number, next: Next): boolean => {
    meter.steps += 1;
    if (count > DEPTH_MAX) meter.steps = Number.POSITIVE_INFINITY;
    if (meter.steps > meter.limit) return false;
    const again = () =>
      count < max && body(position, (after) => (after > position || count < min) && from(count + 1, after, next));
    const leave = () => count >= min && next(position);
    return greedy ? again() || leave() : leave() || again();
  };
  return (position, next) => from(0, position, next);
};

const asserted = (assertion: Assertion, meter: Meter): Matcher => {
  const isWord = (position: number) => /\w/.test(meter.text.charAt(position));
  switch (assertion.kind) {
    case 'start':
      return (position, next) => position === 0 && next(position);
    case 'end':
      return (position, next) => position === meter.text.length && next(position);
    case 'word':
      return (position, next) => (isWord(position - 1) !== isWord(position)) !== assertion.negate && next(position);
    case 'lookahead': {
      const body = either(assertion.alternatives, meter);
      return (position, next) => body(position, () => true) !== assertion.negate && next(position);
    }
    default:
      throw new Error(`the catalogue has no use for a ${assertion.kind}`);
  }
};
