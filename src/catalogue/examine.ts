import { runaway } from './backtracking.ts';
import { type Alternative, elementsIn, type Pattern, treeOf } from './syntax.ts';

/** What speaks against a pattern, and what to write instead. */
export interface Fault {
  readonly words: string;
  readonly hint: string;
}

/**
 * Whether a pattern may be let loose on the bytes of a server; null where nothing speaks against it. It needs a parser and an analyser
 * twice as large as all the rest, so the built program has this file and what it imports in a file of its own.
 */
export function examine(pattern: RegExp, where: 'first bytes' | 'anywhere'): Fault | null {
  return shapeFault(pattern, where) ?? costFault(where === 'anywhere' ? withEveryStart(pattern) : pattern);
}

/** At the first byte or nowhere; and nothing in it whose cost cannot be counted. */
function shapeFault(pattern: RegExp, where: 'first bytes' | 'anywhere'): Fault | null {
  const tree = parsed(pattern);
  if (tree === null)
    return { words: 'nobody can tell what this costs', hint: 'write it in the syntax of ECMAScript 2023' };
  if (where === 'first bytes' && !tree.alternatives.every(isAnchored))
    return {
      words: 'a pattern begins with ^, and so does each of its alternatives',
      hint: 'write ^one|^two, or ^(?:one|two)',
    };
  for (const element of elementsIn(tree)) {
    if (element.type === 'Backreference') return { words: `${element.raw} refers back`, hint: 'write it out' };
    if (element.type === 'Assertion' && element.kind === 'lookbehind')
      return { words: `${element.raw} looks behind`, hint: 'everything is read from the first byte on: look ahead' };
  }
  return null;
}

/** The engine may know a younger syntax than the parser. */
function parsed(pattern: RegExp): Pattern | null {
  try {
    return treeOf(pattern);
  } catch {
    return null;
  }
}

function isAnchored({ elements }: Alternative): boolean {
  const [first] = elements;
  return first?.type === 'Assertion' && first.kind === 'start';
}

function costFault(pattern: RegExp): Fault | null {
  const why = runaway(pattern);
  return why === null ? null : { words: `this could run for ever: ${why}`, hint: BOUNDED };
}

const BOUNDED = 'bound each repetition ({0,100}), and let neighbours have no character in common';

/** The engine tries it at each byte in turn: this says so, and then it can be counted. */
function withEveryStart({ source, flags }: RegExp): RegExp {
  return new RegExp(`^[\\s\\S]*?(?:${source})`, flags);
}
