import { terminal } from '../report/escape.ts';

/** Says something to the person, on stderr: never data, never in the way of a pipe. */
export function talk(kind: 'note' | 'error' | 'hint', words: string): void {
  process.stderr.write(`${kind}: ${terminal(words)}\n`);
}
