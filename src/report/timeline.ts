import { inWords } from '../model/duration.ts';
import type { Step, Transcript, TranscriptEvent } from '../model/transcript.ts';
import { excerpt, terminal } from './escape.ts';
import { plural } from './plural.ts';

/** One connection in one line: `0.4 ms connected · 6.0 s nothing, gave up`. */
export function timeline(transcript: Transcript, marks: { readonly dot: string; readonly ellipsis: string }): string {
  const heard = transcript.events.some((event) => event.kind === 'received' || event.kind === 'secured');
  const moments = joined(transcript.events).map((event) => {
    const words = wordsFor(event, transcript.step, heard, marks.ellipsis);
    return words === null ? [] : [`${inWords(event.atMs)} ${words}`];
  });
  return moments.flat().join(` ${marks.dot} `);
}

/** What was done on the connection, in a word: it stands before the line. */
export function legName(step: Step): string {
  return LEGS[step.kind];
}

const LEGS: { readonly [K in Step['kind']]: string } = {
  listen: 'silent',
  nudge: 'nudged',
  ask: 'asked',
  identify: 'TLS',
  inside: 'in TLS',
};

/** Enough to tell a greeting by, and short enough for one line. */
const EXCERPT_MAX = 40;

/** Pieces that came one after the other are one thing that was said. */
function joined(events: readonly TranscriptEvent[]): readonly TranscriptEvent[] {
  const result: TranscriptEvent[] = [];
  for (const event of events) {
    const last = result.at(-1);
    if (event.kind === 'received' && last?.kind === 'received')
      result[result.length - 1] = {
        ...last,
        bytes: last.bytes + event.bytes,
        byteCount: last.byteCount + event.byteCount,
      };
    else result.push(event);
  }
  return result;
}

function wordsFor(event: TranscriptEvent, step: Step, heard: boolean, ellipsis: string): string | null {
  switch (event.kind) {
    case 'opened':
      return 'connected';
    case 'sent':
      return sent(event, step);
    case 'received':
      return `${plural(event.byteCount, 'byte')}: \`${excerpt(event.bytes, EXCERPT_MAX, ellipsis)}\``;
    case 'secured':
      return secured(event);
    case 'ended':
      return heard ? 'closed by the server' : 'closed without a byte';
    case 'failed':
      return event.code === 'ECONNRESET' ? 'reset' : `failed: ${terminal(event.code)}`;
    case 'gave-up':
      return heard ? null : 'nothing, gave up';
    default:
      return event satisfies never;
  }
}

function sent({ purpose, bytes }: Extract<TranscriptEvent, { kind: 'sent' }>, step: Step): string {
  switch (purpose) {
    case 'nudge':
      return `sent ${bytes.length > 1 ? `${bytes.length} quiet bytes` : 'one byte'}`;
    case 'blank-line':
      return 'sent a blank line';
    case 'opening':
      return 'protocol' in step && step.protocol !== null
        ? `asked in ${terminal(step.protocol)}`
        : `sent ${plural(bytes.length, 'byte')}`;
    case 'goodbye':
      return 'said goodbye';
    default:
      return purpose satisfies never;
  }
}

function secured({ protocol, alpn, certificate }: Extract<TranscriptEvent, { kind: 'secured' }>): string {
  const shown = certificate?.uris[0] ?? certificate?.subject ?? 'no certificate';
  return terminal(`${protocol}${alpn ? `, ${alpn}` : ''}: ${shown || 'a certificate without a name'}`);
}
