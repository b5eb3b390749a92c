import { membership } from './membership.ts';
import { type Alternative, type CharacterLike, type Element, isCharacterLike, treeOf } from './syntax.ts';

/** Where a match can be, letter by letter: a state is a place in the pattern that takes one character. */
export interface Automaton {
  readonly size: number;
  /** One of each class of letters that the pattern does not tell apart. */
  readonly letters: readonly string[];
  /** Where one can begin. */
  readonly starts: (letter: number) => readonly Move[];
  /** Where one can go from a state by a letter. */
  readonly next: (state: number, letter: number) => readonly Move[];
}

/** `ways` is above one where the pattern can go the same way by two readings, as in `(a*)*`. */
export interface Move {
  readonly to: number;
  readonly ways: number;
}

/**
 * The automaton of a pattern (Glushkov's), more generous than the pattern is: what may be repeated may be repeated for ever, an assertion
 * always holds, and a lookahead is a way that ends. So it has every ambiguity of the pattern, and perhaps some that bounds rule out.
 */
export function automatonOf(pattern: RegExp): Automaton {
  const draft: Draft = { sets: [], follow: [], flags: pattern.flags };
  const { first } = either(treeOf(pattern).alternatives, draft);
  const classes = letterClasses(draft.sets);
  const byLetter = (moves: ReadonlyMap<number, number>) =>
    classes.map((code) =>
      [...moves].filter(([to]) => draft.sets[to]?.[code]).map(([to, ways]): Move => ({ to, ways })),
    );
  const starts = byLetter(new Map(first.map((to) => [to, 1])));
  const table = draft.follow.map(byLetter);
  return {
    size: draft.sets.length,
    letters: classes.map((code) => String.fromCharCode(code)),
    starts: (letter) => starts[letter] ?? [],
    next: (state, letter) => table[state]?.[letter] ?? [],
  };
}

interface Draft {
  readonly sets: (readonly boolean[])[];
  readonly follow: Map<number, number>[];
  readonly flags: string;
}

/** A part of the pattern: where it begins and ends, and whether it may be left out. */
interface Part {
  readonly isOptional: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

const NOTHING: Part = { isOptional: true, first: [], last: [] };

function either(branches: readonly Alternative[], draft: Draft): Part {
  const parts = branches.map(({ elements }) =>
    elements.map((element) => part(element, draft)).reduce(inTurn(draft), NOTHING),
  );
  return {
    isOptional: parts.some(({ isOptional }) => isOptional),
    first: parts.flatMap(({ first }) => first),
    last: parts.flatMap(({ last }) => last),
  };
}

const inTurn =
  (draft: Draft) =>
  (before: Part, after: Part): Part => {
    connect(before.last, after.first, draft);
    return {
      isOptional: before.isOptional && after.isOptional,
      first: before.isOptional ? [...before.first, ...after.first] : before.first,
      last: after.isOptional ? [...before.last, ...after.last] : after.last,
    };
  };

function part(element: Element, draft: Draft): Part {
  if (isCharacterLike(element)) return place(element, draft);
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return either(element.alternatives, draft);
    case 'Quantifier': {
      if (element.max === 0) return NOTHING;
      const body = part(element.element, draft);
      if (element.max > 1) connect(body.last, body.first, draft);
      return { ...body, isOptional: body.isOptional || element.min === 0 };
    }
    case 'Assertion':
      return element.kind === 'lookahead' ? { ...NOTHING, first: either(element.alternatives, draft).first } : NOTHING;
    default:
      return NOTHING;
  }
}

function place(set: CharacterLike, draft: Draft): Part {
  const state = draft.sets.push(membership(set, draft.flags)) - 1;
  draft.follow.push(new Map());
  return { isOptional: false, first: [state], last: [state] };
}

function connect(from: readonly number[], to: readonly number[], { follow }: Draft): void {
  for (const state of from) for (const next of to) follow[state]?.set(next, (follow[state]?.get(next) ?? 0) + 1);
}

function letterClasses(sets: readonly (readonly boolean[])[]): readonly number[] {
  const seen = new Map<string, number>();
  for (let code = 255; code >= 0; code -= 1) seen.set(sets.map((has) => (has[code] ? 1 : 0)).join(''), code);
  return [...seen.values()];
}
