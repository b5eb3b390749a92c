import type { Reader } from '../decide/fingerprint.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Probe } from '../model/probe.ts';
import type { Purpose, Step } from '../model/transcript.ts';
import { BLANK_LINE, NUDGES } from './nudges.ts';

/** What a connection has come to, and what a script decides by. Times count from the connect call. */
export interface Heard {
  readonly nowMs: number;
  readonly openedMs: number;
  /** When the TLS server had shown itself, and what was agreed to be spoken inside. */
  readonly securedMs: number | null;
  readonly alpn: string | null;
  readonly firstByteMs: number | null;
  readonly lastByteMs: number | null;
  readonly bytes: Bytes;
  /** The bytes that came since we last said something. */
  readonly freshBytes: Bytes;
  readonly said: readonly Purpose[];
  readonly lastSaidMs: number | null;
  /** How long the first byte took, from our last words or the opening. */
  readonly replyMs: number;
}

/** What to do next on a connection. `wait` comes back at that time, or when something is heard. */
export type Move =
  | { readonly kind: 'wait'; readonly untilMs: number }
  | { readonly kind: 'say'; readonly purpose: Purpose; readonly bytes: Bytes }
  /** All is heard: FIN, politely. */
  | { readonly kind: 'leave' }
  /** Nothing came that we were waiting for. */
  | { readonly kind: 'give-up' };

/** The course of one connection, as a pure function of what was heard so far. */
export type Script = (heard: Heard) => Move;

/** A greeting may come in pieces: silence of this length ends one that has no known end. */
const SETTLE_MS = 120;

/** The longest that bytes without a known end are listened to: a server that drips is not waited for. */
const SETTLE_MAX_MS = 1_000;

/** How much longer than silence a greeting is waited for that has begun: Postfix's own wait is as long as our patience. */
const REST_MS = 1_000;

/** How long an answer to our last polite words is waited for. */
const FAREWELL_MS = 1_000;

/** How long a nudge alone is given before a blank line follows it. */
const BLANK_LINE_AFTER_MS = 300;

/** How a connection goes for this step. `openingOf` knows what each protocol begins with. */
export function scriptFor(step: Step, read: Reader, openingOf: (protocol: string) => Bytes): Script {
  switch (step.kind) {
    case 'listen':
      return (heard) =>
        heard.firstByteMs === null
          ? waitOrGiveUp(heard, heard.openedMs + step.waitMs)
          : farewell(heard, step.waitMs, read);
    case 'nudge':
      return nudgeScript(step, read);
    case 'ask':
      return askScript(step, read, openingOf(step.protocol));
    case 'identify':
      // Plain bytes for a ClientHello: no proxy ends TLS here, and more of them say no more.
      return (heard) =>
        heard.firstByteMs === null ? waitOrGiveUp(heard, heard.openedMs + step.waitMs) : { kind: 'leave' };
    case 'inside':
      return insideScript(step, read, openingOf);
    default:
      return step satisfies never;
  }
}

function nudgeScript(step: Extract<Step, { kind: 'nudge' }>, read: Reader): Script {
  return (heard) => {
    if (heard.firstByteMs !== null) return heardAfterNudge(heard, step, read);
    const [nudge, blankLine] = heard.said;
    if (!nudge) return sayAt(heard, heard.openedMs + step.afterMs, 'nudge', NUDGES[step.nudge]);
    if (step.blankLine && !blankLine) {
      const patienceMs = BLANK_LINE_AFTER_MS + 2 * heard.openedMs;
      return sayAt(heard, (heard.lastSaidMs ?? 0) + patienceMs, 'blank-line', BLANK_LINE);
    }
    return waitOrGiveUp(heard, heard.openedMs + step.afterMs + step.waitMs);
  };
}

/** Bytes that nobody knows are answered with a blank line: what comes then tells a greeting from an answer. */
function heardAfterNudge(heard: Heard, step: Extract<Step, { kind: 'nudge' }>, read: Reader): Move {
  const isUnknown = read(heard.bytes).kind === 'unknown';
  const asksOn = isUnknown && step.blankLine && heard.said.length === 1;
  if (!asksOn) return farewell(heard, step.afterMs + step.waitMs, read);
  return sayAt(heard, settledAt(heard), 'blank-line', BLANK_LINE);
}

function askScript(step: Extract<Step, { kind: 'ask' }>, read: Reader, opening: Bytes): Script {
  return (heard) => {
    if (heard.firstByteMs !== null) return farewell(heard, step.afterMs + step.waitMs, read);
    if (heard.said.length === 0) return sayAt(heard, heard.openedMs + step.afterMs, 'opening', opening);
    return waitOrGiveUp(heard, heard.openedMs + step.afterMs + step.waitMs);
  };
}

/** In TLS, a greeting comes unasked as it does elsewhere; what was agreed on in the handshake need not wait for one. */
function insideScript(
  step: Extract<Step, { kind: 'inside' }>,
  read: Reader,
  openingOf: (protocol: string) => Bytes,
): Script {
  return (heard) => {
    const { securedMs, alpn, said, lastSaidMs } = heard;
    if (heard.firstByteMs !== null) return farewell(heard, step.afterMs + step.waitMs, read);
    if (securedMs === null) return waitOrGiveUp(heard, heard.openedMs + step.waitMs);
    const protocol = alpn === null ? step.protocol : (PROTOCOL_OF_ALPN[alpn] ?? null);
    const isOver = alpn !== null && protocol === null;
    if (isOver) return { kind: 'leave' };
    if (protocol !== null && said.length === 0) {
      return sayAt(heard, alpn === null ? securedMs + step.afterMs : securedMs, 'opening', openingOf(protocol));
    }
    return waitOrGiveUp(heard, (lastSaidMs ?? securedMs) + step.waitMs);
  };
}

/** What may be said once that was agreed on. HTTP/2 needs no words: its name says all. */
const PROTOCOL_OF_ALPN: Readonly<Record<string, string>> = { 'http/1.1': 'http' };

function waitOrGiveUp({ nowMs }: Heard, untilMs: number): Move {
  return nowMs >= untilMs ? { kind: 'give-up' } : { kind: 'wait', untilMs };
}

function sayAt({ nowMs }: Heard, atMs: number, purpose: Purpose, bytes: Bytes): Move {
  return nowMs >= atMs ? { kind: 'say', purpose, bytes } : { kind: 'wait', untilMs: atMs };
}

/** When enough has been heard: a while after the last byte, or after the time that our last words may take to be answered. */
function settledAt({ openedMs, firstByteMs, lastByteMs, lastSaidMs, replyMs }: Heard): number {
  const answerableMs =
    lastSaidMs === null || lastSaidMs < (firstByteMs ?? 0) ? 0 : lastSaidMs + 2 * (openedMs + replyMs);
  const sinceMs = Math.max(firstByteMs ?? 0, answerableMs);
  return Math.min(Math.max(lastByteMs ?? 0, sinceMs) + SETTLE_MS, sinceMs + SETTLE_MAX_MS);
}

/** Leaves in the protocol's own words, once the greeting is whole. What is never whole is left without a word. */
function farewell(heard: Heard, waitMs: number, read: Reader): Move {
  const reading = read(heard.bytes);
  if (reading.kind === 'unknown') {
    return heard.nowMs >= settledAt(heard) ? { kind: 'leave' } : { kind: 'wait', untilMs: settledAt(heard) };
  }
  const { probe } = reading;
  const said = goodbyesSaid(heard, probe);
  if (said === 0 && probe.unfinished?.test(heard.bytes)) return waitOrGiveUp(heard, heard.openedMs + waitMs + REST_MS);
  const next = reading.kind === 'greeting' || reading.kind === 'answer' ? probe.goodbye?.[said] : undefined;
  if (!next) return { kind: 'leave' };
  if (!next.hear || next.hear.test(heard.freshBytes)) return sayGoodbye(heard, next.say);
  const untilMs = (heard.lastSaidMs ?? heard.nowMs) + FAREWELL_MS;
  return heard.freshBytes !== '' || heard.nowMs >= untilMs ? { kind: 'leave' } : { kind: 'wait', untilMs };
}

/** Where the opening is the first thing one says on leaving, too, it has been said. */
function goodbyesSaid({ said }: Heard, { opening, goodbye }: Probe): number {
  const isOpened = said.includes('opening') && opening !== undefined && opening === goodbye?.[0]?.say;
  return said.filter((purpose) => purpose === 'goodbye').length + (isOpened ? 1 : 0);
}

/** The nudge has left a line without an end: it is ended first, or the goodbye would be a part of it. */
function sayGoodbye({ said }: Heard, words: Bytes): Move {
  const endsLine = said.at(-1) === 'nudge' && words.endsWith('\n');
  return { kind: 'say', purpose: 'goodbye', bytes: endsLine ? `\r\n${words}` : words };
}
