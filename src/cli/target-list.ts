import type { Probe } from '../model/probe.ts';
import type { Target } from '../model/target.ts';
import { closest } from '../targets/closest.ts';
import { parseTargets } from '../targets/parse.ts';
import { targetsFrom } from '../targets/source.ts';
import { UsageError } from '../targets/usage-error.ts';
import { FLAGS_OF } from './commands.ts';
import { openSource } from './input.ts';

/** The targets of a run, as they come, and how many there are where that is known before. */
export interface TargetList {
  readonly targets: AsyncIterable<Target>;
  readonly total: number | null;
  /** What was wrong with the rest of a list whose beginning is probed already. */
  mistake(): unknown;
}

/**
 * The words of the command line, then the list. Whatever can be checked is checked before the first connection: all words, and a
 * file from end to end. A pipe is probed as it arrives; where it has a mistake it ends there.
 */
export async function targetList(
  words: readonly string[],
  from: string | null,
  catalogue: readonly Probe[],
  signal: AbortSignal,
): Promise<TargetList> {
  const typed = () => words.map((word) => parseWord(word, catalogue));
  const listed = () => (from === null ? [] : targetsFrom(openSource(from, signal), catalogue));
  const total = from === '-' ? null : await count(typed(), listed());
  if (total === 0) throw noTarget(from);
  let mistake: unknown = null;
  const note = (error: unknown) => {
    mistake = error;
  };
  return { targets: untilMistake(typed(), listed, note), total, mistake: () => mistake };
}

function noTarget(from: string | null): UsageError {
  if (from !== null) return new UsageError(`there is no target in ${from}`, 'write one host:port a line');
  return new UsageError(
    'there is no target',
    'write deadair host:port, such as db.example:3306, or look around with deadair demo',
  );
}

function parseWord(word: string, catalogue: readonly Probe[]): Iterable<Target> {
  try {
    return parseTargets(word, catalogue);
  } catch (error) {
    const meant = word.includes(':') ? null : closest(word, Object.keys(FLAGS_OF));
    throw meant !== null && error instanceof UsageError
      ? new UsageError(error.message, `did you mean the command ${meant}?`)
      : error;
  }
}

async function count(
  typed: readonly Iterable<Target>[],
  listed: Iterable<Target> | AsyncIterable<Target>,
): Promise<number> {
  let total = 0;
  for (const targets of typed) for (const _ of targets) total += 1;
  for await (const _ of listed) total += 1;
  return total;
}

async function* untilMistake(
  typed: readonly Iterable<Target>[],
  listed: () => Iterable<Target> | AsyncIterable<Target>,
  note: (error: unknown) => void,
): AsyncGenerator<Target> {
  for (const targets of typed) yield* targets;
  let some = typed.length > 0;
  try {
    for await (const target of listed()) {
      some = true;
      yield target;
    }
    if (!some) note(noTarget('standard input'));
  } catch (error) {
    note(error);
  }
}
