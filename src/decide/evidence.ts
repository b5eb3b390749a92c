import type { Bytes } from '../model/bytes.ts';
import type { Step, Transcript } from '../model/transcript.ts';
import type { Reader } from './fingerprint.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { type Reply, replyOf } from './reply.ts';

/** One connection and what it brought. */
export interface Leg<K extends Step['kind'] = Step['kind']> {
  readonly step: Extract<Step, { kind: K }>;
  readonly outcome: Outcome;
  /** Null where no byte came. */
  readonly reply: Reply | null;
}

/** All that is known about one endpoint, sorted by the question each connection asked. */
export interface Evidence {
  /** The first silent connection: the one that may still be open. */
  readonly listened: Leg<'listen'>;
  /** Later silent connections, made to look twice. */
  readonly again: readonly Leg<'listen'>[];
  readonly nudged: readonly Leg<'nudge'>[];
  readonly asked: readonly Leg<'ask'>[];
  readonly identified: readonly Transcript[];
}

/** Sorts the transcripts of one endpoint; the first is the first silent connection. */
export function gather(transcripts: readonly Transcript[], read: Reader): Evidence {
  const [first, ...again] = ofKind(transcripts, 'listen', read);
  if (!first) throw new Error('an endpoint has no silent connection: nothing can be compared');
  return {
    listened: first,
    again,
    nudged: ofKind(transcripts, 'nudge', read),
    asked: ofKind(transcripts, 'ask', read),
    identified: transcripts.filter((transcript) => transcript.step.kind === 'identify'),
  };
}

function ofKind<K extends Step['kind']>(transcripts: readonly Transcript[], kind: K, read: Reader): Leg<K>[] {
  const legs: Leg<K>[] = [];
  for (const transcript of transcripts) {
    const { step } = transcript;
    if (step.kind !== kind) continue;
    const outcome = outcomeOf(transcript);
    const reply = outcome.kind === 'spoke' ? replyOf(outcome, sentFirst(transcript), read) : null;
    legs.push({ step: step as Extract<Step, { kind: K }>, outcome, reply });
  }
  return legs;
}

/** Our first words on a connection: what an echo would begin with. */
function sentFirst(transcript: Transcript): Bytes {
  const sent = transcript.events.find((event) => event.kind === 'sent');
  return sent?.bytes ?? '';
}
