import { type Automaton, automatonOf, type Move } from './automaton.ts';

/** A text to repeat: `word` can be read in two ways once `lead` has been. */
export interface Pump {
  readonly lead: string;
  readonly word: string;
}

/**
 * The words that a pattern can read in more than one way, again and again: round a loop by two paths (the ways double each time), or in
 * one loop or the next (they add up). Weber and Seidl, "On the degree of ambiguity of finite automata", 1991. Null where the pattern is
 * too tangled to be searched.
 */
export function pumpsOf(pattern: RegExp): readonly Pump[] | null {
  const automaton = automatonOf(pattern);
  const search = { automaton, left: VISITS_MAX, reach: reachability(automaton) };
  const pumps: Pump[] = [];
  for (const [state, lead] of leads(automaton)) {
    if (!isReached(search, state, state)) continue;
    const words = [doubled(search, state), ...loopsAfter(search, state).map((after) => shared(search, state, after))];
    for (const word of words) if (word !== null) pumps.push({ lead, word });
    if (search.left < 0) return null;
  }
  return pumps;
}

/** A pattern of the catalogue needs some hundreds. */
const VISITS_MAX = 400_000;

interface Search {
  readonly automaton: Automaton;
  readonly reach: readonly ReadonlySet<number>[];
  left: number;
}

/** Round a loop by two paths at once. A tuple is where each path is, and whether they have parted. */
function doubled(search: Search, state: number): string | null {
  return shortest(search, [state, state, 0], [state, state, 1], ([one = 0, other = 0, parted = 0], letter) =>
    pairs(moves(search, one, letter, state), moves(search, other, letter, state)).map(([a, b]) => [
      a.to,
      b.to,
      parted || a.to !== b.to || (one === other && a.ways > 1) ? 1 : 0,
    ]),
  );
}

/** Round a loop, from it into the next, and round the next: all by the same word. */
function shared(search: Search, state: number, after: number): string | null {
  return shortest(search, [state, state, after], [state, after, after], ([one = 0, way = 0, other = 0], letter) =>
    pairs(moves(search, one, letter, state), moves(search, way, letter, after)).flatMap(([a, b]) =>
      moves(search, other, letter, after).map((c) => [a.to, b.to, c.to]),
    ),
  );
}

/** Loops that can be come to from a loop, and not the other way round. */
function loopsAfter(search: Search, state: number): readonly number[] {
  return [...(search.reach[state] ?? [])].filter(
    (after) => isReached(search, after, after) && !isReached(search, after, state),
  );
}

type Tuple = readonly number[];

/** The shortest word that leads from one tuple of states to another. */
function shortest(
  search: Search,
  from: Tuple,
  to: Tuple,
  step: (at: Tuple, letter: number) => readonly Tuple[],
): string | null {
  const { letters } = search.automaton;
  const seen = new Set([from.join()]);
  let front: readonly (readonly [Tuple, string])[] = [[from, '']];
  while (front.length > 0 && search.left >= 0) {
    const next: [Tuple, string][] = [];
    for (const [at, word] of front) {
      for (const [index, letter] of letters.entries()) {
        for (const tuple of step(at, index)) {
          const key = tuple.join();
          if (key === to.join()) return word + letter;
          if (!seen.has(key)) next.push([tuple, word + letter]);
          seen.add(key);
          search.left -= 1;
        }
      }
    }
    front = next;
  }
  return null;
}

/** The moves that do not lose sight of a state. */
function moves(search: Search, from: number, letter: number, towards: number): readonly Move[] {
  return search.automaton.next(from, letter).filter(({ to }) => to === towards || isReached(search, to, towards));
}

function pairs(ones: readonly Move[], others: readonly Move[]): readonly (readonly [Move, Move])[] {
  return ones.flatMap((one) => others.map((other) => [one, other] as const));
}

function isReached({ reach }: Search, from: number, to: number): boolean {
  return reach[from]?.has(to) ?? false;
}

/** The shortest word to each state. */
function leads({ letters, starts, next }: Automaton): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let front: readonly (readonly [string, (letter: number) => readonly Move[]])[] = [['', starts]];
  while (front.length > 0) {
    front = front.flatMap(([word, go]) =>
      letters.flatMap((letter, index) =>
        go(index).flatMap(({ to }) => {
          if (found.has(to)) return [];
          found.set(to, word + letter);
          return [[word + letter, (by: number) => next(to, by)] as const];
        }),
      ),
    );
  }
  return found;
}

/** From each state, those that can be come to by one letter or more. */
function reachability({ size, letters, next }: Automaton): readonly ReadonlySet<number>[] {
  const direct = Array.from(
    { length: size },
    (_, state) => new Set(letters.flatMap((_letter, index) => next(state, index).map(({ to }) => to))),
  );
  return direct.map((first) => {
    const reached = new Set(first);
    for (const state of reached) for (const to of direct[state] ?? []) reached.add(to);
    return reached;
  });
}
