import { closeSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { terminalOut } from './terminal.ts';
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
  const onError = (error: unknown): void => {
    if (gone) return;
    if (codeOf(error) !== 'EPIPE') throw unreadable('standard output', error);
    gone = true;
    onGone();
  };
  const write = terminalOut() ? streaming(onError) : straight(1, () => streaming(onError));
  return {
    write(text) {
      if (gone) return;
      try {
        write(text);
      } catch (error) {
        onError(error);
      }
    },
    close: () => {},
  };
}

type Write = (text: string | Buffer) => void;

function streaming(onError: (error: unknown) => void): Write {
  process.stdout.on('error', onError);
  return (text) => void process.stdout.write(text);
}

/** Writes as a stream to a pipe or a file does, without the stream, which is made only for a pipe that somebody has set not to block. */
function straight(descriptor: number, stream: () => Write): Write {
  let write: Write = (text) => {
    const bytes = Buffer.from(text);
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(descriptor, bytes, written);
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error;
      write = stream();
      write(bytes.subarray(written));
    }
  };
  return (text) => write(text);
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
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
