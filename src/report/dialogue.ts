import type { Bytes } from '../model/bytes.ts';
import { inWords } from '../model/duration.ts';
import type { Purpose, Step, Transcript, TranscriptEvent } from '../model/transcript.ts';
import { quoted, terminal } from './escape.ts';
import { plural } from './plural.ts';

/** Whose words the first bytes on a connection are, as far as the catalogue knows. */
export interface Known {
  readonly protocol: string;
  readonly kind: 'greeting' | 'refusal' | 'scolding' | 'answer';
  readonly version: string | null;
  /** A proxy made them up itself. */
  readonly isProxy: boolean;
}

/** One connection line by line: when, who, and every byte as it can be pasted. */
export function dialogue(transcript: Transcript, known: Known | null): string {
  const lines = transcript.events.flatMap((event) => {
    const { who, said } = momentOf(event);
    const time = inWords(event.atMs).padStart(TIME_WIDTH);
    return said ? [`${time}  ${who}: ${plural(said.byteCount, 'byte')}`, ...shown(said)] : [`${time}  ${who}`];
  });
  const heard = transcript.events.some(({ kind }) => kind === 'received');
  const verdict = `${INDENT}= ${heard ? wordsFor(known) : 'nothing was heard'}`;
  return `${titleOf(transcript.step)}\n${[...lines, verdict].map((line) => `${line}\n`).join('')}`;
}

/** `999 ms`, and a little more. */
const TIME_WIDTH = 9;
const INDENT = ' '.repeat(TIME_WIDTH + 2);

/** What of a flood nobody kept is counted all the same. */
function shown({ bytes, byteCount }: Said): readonly string[] {
  const left = byteCount - bytes.length;
  return bytes === '' ? [] : [`${INDENT}${quoted(bytes)}${left > 0 ? ` and ${plural(left, 'byte')} more` : ''}`];
}

function titleOf(step: Step): string {
  switch (step.kind) {
    case 'listen':
      return 'in silence';
    case 'nudge':
      return 'with the quiet nudge';
    case 'ask':
      return `with the opening of ${step.protocol}`;
    case 'identify':
    case 'inside':
      return 'in TLS';
    default:
      return step satisfies never;
  }
}

interface Said {
  readonly bytes: Bytes;
  readonly byteCount: number;
}

interface Moment {
  readonly who: string;
  readonly said?: Said;
}

function momentOf(event: TranscriptEvent): Moment {
  switch (event.kind) {
    case 'opened':
      return { who: 'connected' };
    case 'sent':
      return {
        who: `deadair, ${PURPOSES[event.purpose]}`,
        said: { bytes: event.bytes, byteCount: event.bytes.length },
      };
    case 'received':
      return { who: 'server', said: event };
    case 'secured':
      return { who: terminal(`${event.protocol} begins`) };
    case 'ended':
      return { who: 'closed by the server' };
    case 'failed':
      return {
        who: event.code === 'ECONNRESET' ? 'reset by the server' : `failed: ${terminal(event.code)}`,
      };
    case 'gave-up':
      return { who: 'not waited for any longer' };
    default:
      return event satisfies never;
  }
}

const PURPOSES: { readonly [P in Purpose]: string } = {
  nudge: 'quiet bytes',
  'blank-line': 'a blank line',
  opening: 'the opening',
  goodbye: 'goodbye',
};

function wordsFor(known: Known | null): string {
  if (!known) return 'nobody in the catalogue knows these bytes';
  const { protocol, kind, version, isProxy } = known;
  const article = kind === 'answer' ? 'an' : 'a';
  const told = version === null ? '' : `, version ${terminal(version)}`;
  return `${article} ${kind} of ${protocol}${told}${isProxy ? '; a proxy in between made it up' : ''}`;
}
