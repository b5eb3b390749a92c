import type { Bytes } from '../model/bytes.ts';
import type { Purpose, Step, Transcript, TranscriptEvent } from '../model/transcript.ts';
import type { Listener } from '../net/world.ts';
import type { Heard } from './script.ts';

/** Bytes kept of one connection: no greeting known is longer. More is counted and dropped. */
const KEPT_MAX = 4_096;

/** Events kept of one connection: the pieces of a server that drips are joined after this many. */
const EVENTS_MAX = 64;

type SecuredPeer = Parameters<Listener['secured']>[0];

/** A transcript that is being written, and what a script wants to know of it. */
export interface Recording extends Transcript {
  readonly events: TranscriptEvent[];
  lagMs: number;
  openedMs: number | null;
  securedMs: number | null;
  /** What a TLS handshake agreed to speak. */
  alpn: string | null;
  firstByteMs: number | null;
  lastByteMs: number | null;
  lastSaidMs: number | null;
  /** How long the first byte took, from our last words or the opening. */
  replyMs: number;
  readonly said: Purpose[];
  bytes: Bytes;
  freshFrom: number;
  /** All that came, kept or not. */
  byteCount: number;
}

/** Starts a transcript at the connect call. */
export function record(step: Step, startedAtMs: number): Recording {
  return {
    step,
    events: [],
    startedAtMs,
    lagMs: 0,
    openedMs: null,
    securedMs: null,
    alpn: null,
    firstByteMs: null,
    lastByteMs: null,
    lastSaidMs: null,
    replyMs: 0,
    said: [],
    bytes: '',
    freshFrom: 0,
    byteCount: 0,
  };
}

/** The connection was accepted. */
export function noteOpened(recording: Recording, atMs: number): void {
  recording.openedMs = atMs;
  recording.events.push({ kind: 'opened', atMs });
}

/** The TLS server showed itself. */
export function noteSecured(recording: Recording, atMs: number, peer: SecuredPeer): void {
  recording.securedMs = atMs;
  recording.alpn = peer.alpn;
  recording.events.push({ kind: 'secured', atMs, ...peer });
}

/** We said something; what comes next is fresh. */
export function noteSent(recording: Recording, atMs: number, purpose: Purpose, bytes: Bytes): void {
  recording.events.push({ kind: 'sent', atMs, purpose, bytes });
  recording.said.push(purpose);
  recording.lastSaidMs = atMs;
  recording.freshFrom = recording.bytes.length;
}

/** Bytes came; of many only the first are kept. */
export function noteReceived(recording: Recording, atMs: number, chunk: Bytes): void {
  if (recording.firstByteMs === null) {
    recording.firstByteMs = atMs;
    recording.replyMs = atMs - (recording.lastSaidMs ?? recording.openedMs ?? 0);
  }
  recording.lastByteMs = atMs;
  recording.byteCount += chunk.length;
  const bytes = chunk.slice(0, KEPT_MAX - recording.bytes.length);
  recording.bytes += bytes;
  const last = recording.events.at(-1);
  if (recording.events.length < EVENTS_MAX || last?.kind !== 'received') {
    recording.events.push({ kind: 'received', atMs, bytes, byteCount: chunk.length });
  } else {
    recording.events[recording.events.length - 1] = {
      ...last,
      bytes: last.bytes + bytes,
      byteCount: last.byteCount + chunk.length,
    };
  }
}

/** What a script decides by, at this moment. */
export function heardSoFar(recording: Recording, nowMs: number): Heard {
  const { openedMs, securedMs, alpn, firstByteMs, lastByteMs, lastSaidMs, replyMs, bytes, freshFrom, said } = recording;
  return {
    nowMs,
    openedMs: openedMs ?? 0,
    securedMs,
    alpn,
    firstByteMs,
    lastByteMs,
    lastSaidMs,
    replyMs,
    bytes,
    freshBytes: bytes.slice(freshFrom),
    said,
  };
}

/** The transcript alone, once it is complete. */
export function transcriptOf({ step, events, startedAtMs, lagMs }: Recording): Transcript {
  return { step, events, startedAtMs, lagMs };
}
