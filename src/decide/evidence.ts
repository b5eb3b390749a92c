import type { Bytes } from '../model/bytes.ts';
import type { TlsEnd } from '../model/finding.ts';
import type { Step, Transcript } from '../model/transcript.ts';
import type { Reader } from './fingerprint.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { isUncertain } from './promptness.ts';
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
  /** Handshakes made to hear what is spoken inside TLS. */
  readonly inside: readonly InsideLeg[];
}

/** A connection inside TLS; `shown` is null where the handshake came to nothing. */
export interface InsideLeg extends Leg<'inside'> {
  readonly shown: TlsEnd | null;
}

/** Sorts the transcripts of one endpoint; the first is the first silent connection. */
export function gather(transcripts: readonly Transcript[], read: Reader): Evidence {
  const legs: { [K in 'listen' | 'nudge' | 'ask']: Leg<K>[] } = { listen: [], nudge: [], ask: [] };
  const identified: Transcript[] = [];
  const inside: InsideLeg[] = [];
  for (const transcript of transcripts) {
    if (transcript.step.kind === 'identify') identified.push(transcript);
    else if (transcript.step.kind === 'inside') inside.push(insideLegOf(transcript, read));
    else (legs[transcript.step.kind] as Leg[]).push(legOf(transcript, read));
  }
  const [listened, ...again] = withoutUncertain(legs.listen);
  if (!listened) throw new Error('an endpoint has no silent connection: nothing can be compared');
  return { listened, again, nudged: legs.nudge, asked: legs.ask, identified, inside };
}

/** Where our own lag left a greeting in doubt, the next one counts in its place. */
function withoutUncertain(listens: readonly Leg<'listen'>[]): readonly Leg<'listen'>[] {
  const [first, second] = listens;
  const isDoubtful = first?.outcome.kind === 'spoke' && isUncertain(first.outcome) && second?.outcome.kind === 'spoke';
  return isDoubtful ? listens.slice(1) : listens;
}

function legOf(transcript: Transcript, read: Reader): Leg {
  const outcome = outcomeOf(transcript);
  const reply = outcome.kind === 'spoke' ? replyOf(outcome, sentFirst(transcript), read) : null;
  return { step: transcript.step, outcome, reply };
}

function insideLegOf(transcript: Transcript, read: Reader): InsideLeg {
  const secured = transcript.events.find((event) => event.kind === 'secured');
  const shown = secured ? { version: secured.protocol, alpn: secured.alpn, certificate: secured.certificate } : null;
  return { ...(legOf(transcript, read) as Leg<'inside'>), shown };
}

/** Our first words on a connection: what an echo would begin with. */
function sentFirst(transcript: Transcript): Bytes {
  const sent = transcript.events.find((event) => event.kind === 'sent');
  return sent?.bytes ?? '';
}
