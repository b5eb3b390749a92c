import type { Bytes } from '../model/bytes.ts';
import type { Purpose, Transcript, TranscriptEvent } from '../model/transcript.ts';

/** A connection that was accepted, boiled down. Times count from the connect call. */
export type Reached =
  | Spoke
  | { readonly kind: 'silent'; readonly openedMs: number; readonly atMs: number }
  | { readonly kind: 'hung-up'; readonly openedMs: number; readonly atMs: number; readonly spokenTo: boolean }
  | { readonly kind: 'reset'; readonly openedMs: number; readonly atMs: number; readonly spokenTo: boolean };

export interface Spoke {
  readonly kind: 'spoke';
  readonly openedMs: number;
  readonly firstByteMs: number;
  /** From our last words to the first byte; from the opening where we had said nothing. */
  readonly sinceSpokenToMs: number;
  /** What we had said last before the first byte; null where it came unprompted. */
  readonly promptedBy: Purpose | null;
  /** The bytes up to our next words, and those after them. */
  readonly bytes: Bytes;
  readonly laterBytes: Bytes;
  /** How late our own event loop was. */
  readonly lagMs: number;
}

/** A connection that never was. */
export type Unreached =
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreachable'; readonly code: string }
  | { readonly kind: 'connect-timeout'; readonly waitedMs: number };

/** `pending`: not accepted yet. */
export type Outcome = Reached | Unreached | { readonly kind: 'pending' };

/** Boils a transcript down; a live one says how things stand. */
export function outcomeOf(transcript: Transcript): Outcome {
  const opened = transcript.events.find((event) => event.kind === 'opened');
  const last = transcript.events.at(-1);
  if (!last) return { kind: 'pending' };
  if (!opened) return unreached(last);
  const first = transcript.events.find((event) => event.kind === 'received');
  if (first) return spoke(transcript, opened.atMs, first.atMs);
  const spokenTo = transcript.events.some((event) => event.kind === 'sent');
  if (last.kind === 'ended') return { kind: 'hung-up', openedMs: opened.atMs, atMs: last.atMs, spokenTo };
  if (last.kind === 'failed') return endedOrReset(transcript.events, opened.atMs, spokenTo, last.atMs);
  return { kind: 'silent', openedMs: opened.atMs, atMs: last.atMs };
}

function unreached(last: TranscriptEvent): Unreached {
  if (last.kind !== 'failed') return { kind: 'connect-timeout', waitedMs: last.atMs };
  if (last.code === 'ECONNREFUSED') return { kind: 'refused' };
  if (last.code === 'ETIMEDOUT') return { kind: 'connect-timeout', waitedMs: last.atMs };
  return { kind: 'unreachable', code: last.code };
}

/** A FIN that was followed by an error is still a FIN. */
function endedOrReset(events: readonly TranscriptEvent[], openedMs: number, spokenTo: boolean, atMs: number): Reached {
  const ended = events.find((event) => event.kind === 'ended');
  return ended
    ? { kind: 'hung-up', openedMs, atMs: ended.atMs, spokenTo }
    : { kind: 'reset', openedMs, atMs, spokenTo };
}

function spoke(transcript: Transcript, openedMs: number, firstByteMs: number): Spoke {
  const { events, lagMs } = transcript;
  const firstAt = events.findIndex((event) => event.kind === 'received');
  const before = events.slice(0, firstAt).findLast((event) => event.kind === 'sent');
  const nextWords = events.findIndex((event, index) => index > firstAt && event.kind === 'sent');
  const end = nextWords === -1 ? events.length : nextWords;
  return {
    kind: 'spoke',
    openedMs,
    firstByteMs,
    sinceSpokenToMs: firstByteMs - Math.max(before?.atMs ?? openedMs, openedMs),
    promptedBy: before?.kind === 'sent' ? before.purpose : null,
    bytes: bytesIn(events.slice(firstAt, end)),
    laterBytes: bytesIn(events.slice(end)),
    lagMs,
  };
}

function bytesIn(events: readonly TranscriptEvent[]): Bytes {
  let bytes = '';
  for (const event of events) if (event.kind === 'received') bytes += event.bytes;
  return bytes;
}

/** The other side ended the connection before a byte came. */
export type BrokenOff = Extract<Reached, { kind: 'hung-up' | 'reset' }>;

/** Whether it did. */
export function isBrokenOff(outcome: Outcome): outcome is BrokenOff {
  return outcome.kind === 'hung-up' || outcome.kind === 'reset';
}

/** By which of the two: what a verdict calls it. */
export function endOf({ kind }: Pick<BrokenOff, 'kind'>): 'fin' | 'reset' {
  return kind === 'reset' ? 'reset' : 'fin';
}

/** How many first bytes must agree for two replies to be the same words. */
const SAME_START = 4;

/** True when two replies begin alike. */
export function sameStart(one: Spoke, other: Spoke): boolean {
  const length = Math.min(SAME_START, one.bytes.length, other.bytes.length);
  return one.bytes.slice(0, length) === other.bytes.slice(0, length);
}
