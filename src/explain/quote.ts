import type { Bytes } from '../model/bytes.ts';

/** The words in what a server said, in quotes, fit for a sentence: printable ASCII, and not much of it. */
export function quote(bytes: Bytes): string {
  const runs = bytes.slice(0, LOOK_AT).match(/[\x20-\x7e]+/g) ?? [];
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '').trim();
  if (longest === '') return `${bytes.length} unprintable bytes`;
  const cut = longest.length > LINE_BOUND ? `${longest.slice(0, LINE_BOUND)}...` : longest;
  return `"${cut.replaceAll('"', "'")}"`;
}

/** A server that turns a client away says so in its first bytes; a binary protocol puts a few others before the words. */
const LOOK_AT = 300;

/** Enough for "Host '10.244.103.17' is blocked because of many connection errors". */
const LINE_BOUND = 80;
