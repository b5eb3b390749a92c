import { closeSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { unreadable } from './unreadable.ts';

/** Where data goes. What is written before the reader has gone is never lost; what comes after is dropped. */
export interface Output {
  write(text: string): void;
  close(): void;
}

/** Opens the file at once, so that a run of ten minutes does not end in "no such folder"; its old content stays until something is written. */
export function fileOutput(path: string): Output {
  const descriptor = openToAppend(path);
  let fresh = true;
  return {
    write(text) {
      try {
        if (fresh && fstatSync(descriptor).isFile()) ftruncateSync(descriptor);
        fresh = false;
        writeAll(descriptor, Buffer.from(text));
      } catch (error) {
        // A full disk loses no run.
        process.stdout.write(text);
        throw unreadable(`--output ${path}`, error);
      }
    },
    close: () => closeSync(descriptor),
  };
}

/** Standard output; `onGone` is told when its reader has left (`| head -1`), which is no mistake of anybody's. */
export function standardOutput(onGone: () => void): Output {
  let gone = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw unreadable('standard output', error);
    gone = true;
    onGone();
  });
  return {
    write(text) {
      if (!gone) process.stdout.write(text);
    },
    close: () => {},
  };
}

function openToAppend(path: string): number {
  try {
    return openSync(path, 'a');
  } catch (error) {
    throw unreadable(`--output ${path}`, error);
  }
}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
}
