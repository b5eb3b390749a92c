import { isatty } from 'node:tty';

/**
 * Standard output, where it is a terminal; else null. `process.stdout` makes a stream when it is first looked at, for 1.5 ms of a
 * start of 20, and a pipe or a file needs none.
 */
export function terminalOut(): NodeJS.WriteStream | null {
  return isatty(1) ? process.stdout : null;
}
