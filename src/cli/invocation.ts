import { FLAGS_OF } from './commands.ts';
import { FLAGS, type FlagName, type Values } from './flags.ts';

/** What was asked for on the command line. Flags are still as they were typed. */
export type Invocation =
  | { readonly command: 'probe'; readonly targets: readonly string[]; readonly values: Values }
  | { readonly command: 'demo'; readonly values: Values }
  | { readonly command: 'lab'; readonly values: Values }
  | { readonly command: 'explain'; readonly subject: string | null; readonly values: Values }
  | { readonly command: 'compare'; readonly reports: readonly string[]; readonly values: Values }
  | { readonly command: 'protocols'; readonly name: string | null; readonly values: Values }
  | { readonly command: 'whereami'; readonly targets: readonly string[]; readonly values: Values }
  /** Help, the version, or what completes a word. */
  | { readonly command: 'say'; readonly text: string };

/**
 * The everyday command line (`host:port … --flag value`), read without the library behind args.ts, which takes a third of a short
 * run to load. What is not plain as day is left to it (null), so that there is one grammar and one set of messages.
 */
export function quickInvocation(words: readonly string[]): Invocation | null {
  const targets: string[] = [];
  const values: Record<string, string | true> = {};
  for (let index = words[0] === 'probe' ? 1 : 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (TARGET.test(word)) targets.push(word);
    else {
      const flag = readFlag(word, words[index + 1]);
      if (!flag || flag.name in values) return null;
      values[flag.name] = flag.value;
      index += flag.wordsUsed;
    }
  }
  if (targets.length === 0 && values.from === undefined) return null;
  return { command: 'probe', targets, values: values as Values };
}

/** Nothing that begins like a flag, and nothing that could be a command. */
const TARGET = /^[^-\s].*:/s;

interface TypedFlag {
  readonly name: FlagName;
  readonly value: string | true;
  readonly wordsUsed: 0 | 1;
}

function readFlag(word: string, next: string | undefined): TypedFlag | null {
  const [, name = '', attached] = /^--([a-z-]+)(?:=(.*))?$/s.exec(word) ?? [];
  if (!isFlag(name)) return null;
  if (FLAGS[name].value === null) return attached === undefined ? { name, value: true, wordsUsed: 0 } : null;
  if (attached !== undefined) return attached === '' ? null : { name, value: attached, wordsUsed: 0 };
  if (next === undefined || next === '' || (next.startsWith('-') && next !== '-')) return null;
  return { name, value: next, wordsUsed: 1 };
}

function isFlag(name: string): name is FlagName {
  return (FLAGS_OF.probe as readonly string[]).includes(name);
}
