import { createReadStream } from 'node:fs';
import type { Source } from '../targets/source.ts';
import { unreadable } from './unreadable.ts';

/** What `--from` names: a file, or standard input. It is opened when reading begins, and let go when the run is interrupted. */
export function openSource(from: string, signal?: AbortSignal): Source {
  return from === '-'
    ? { name: 'standard input', chunks: piecesOf('standard input', () => process.stdin, signal) }
    : { name: from, chunks: piecesOf(`--from ${from}`, () => createReadStream(from), signal) };
}

type Stream = NodeJS.ReadableStream & { destroy(): void };

/** A process whose pipe is still open does not end by itself: so the stream is destroyed, whoever leaves first. */
async function* piecesOf(name: string, open: () => Stream, signal?: AbortSignal): AsyncGenerator<string> {
  const stream = open();
  const leave = () => stream.destroy();
  signal?.addEventListener('abort', leave);
  stream.setEncoding('utf8');
  try {
    for await (const piece of stream) yield String(piece);
  } catch (error) {
    if (!signal?.aborted) throw unreadable(name, error);
  } finally {
    signal?.removeEventListener('abort', leave);
    stream.destroy();
  }
}
