import { readIdentity } from '../mesh/identify.ts';
import type { Measurement, Protocol, Timing } from '../model/finding.ts';
import type { Probe } from '../model/probe.ts';
import type { Endpoint } from '../model/target.ts';
import type { Transcript } from '../model/transcript.ts';
import type { Judgement } from '../model/verdict.ts';
import { causeOf } from './cause.ts';
import { type Evidence, gather, type Leg } from './evidence.ts';
import type { Reader } from './fingerprint.ts';
import { protocolInside, tlsEndIn } from './inside.ts';
import { type Expected, holdToWord } from './misdeclared.ts';
import type { Reply } from './reply.ts';
import { judge } from './verdict.ts';

/** Turns the transcripts of one endpoint into what is known about it. `expected` is the protocol the user named. */
export function measure(
  endpoint: Endpoint,
  transcripts: readonly Transcript[],
  read: Reader,
  expected: Expected | null,
): Measurement {
  const evidence = gather(transcripts, read);
  const mesh = evidence.identified.length > 0 ? readIdentity(transcripts) : null;
  const judged = judge(evidence, mesh);
  // What answered a strict sidecar's TLS was the sidecar.
  const protocol =
    judged.kind === 'mtls-required' ? null : (protocolInside(evidence, expected) ?? protocolIn(evidence, expected));
  const tls = judged.kind === 'mtls-required' ? null : tlsEndIn(evidence);
  const judgement = holdToWord(judged, protocol, tls, expected);
  return {
    endpoint,
    judgement,
    protocol,
    tls,
    timing: timingOf(evidence, judgement),
    cause: causeOf(judgement, evidence, mesh),
    transcripts,
  };
}

/** The protocol by the strongest sign: a greeting anywhere, then an answer. A server may know several: the one that was named counts. */
function protocolIn({ listened, again, nudged, asked }: Evidence, expected: Expected | null): Protocol | null {
  const all = [listened, ...again, ...nudged, ...asked].flatMap(({ reply }) => reply ?? []);
  const replies =
    expected === null ? all : all.toSorted((one, other) => Number(isOf(expected, other)) - Number(isOf(expected, one)));
  for (const kind of ['greeting', 'answer', 'scolding'] as const) {
    const first = replies.find((reply) => reply.kind === kind && reply.probe !== null);
    if (first && 'probe' in first && first.probe) {
      const { name, speaksFirst } = first.probe;
      return { name, version: versionIn(replies, kind, first.probe), speaksFirst };
    }
  }
  return null;
}

/** Not every answer tells it. */
function versionIn(replies: readonly Reply[], kind: Reply['kind'], probe: Probe): string | null {
  for (const reply of replies) {
    if (reply.kind === kind && 'version' in reply && reply.probe === probe && reply.version !== null)
      return reply.version;
  }
  return null;
}

function isOf(expected: Expected | null, reply: Reply): boolean {
  return expected !== null && 'probe' in reply && reply.probe === expected.probe;
}

function timingOf({ listened, nudged, asked }: Evidence, judgement: Judgement): Timing {
  const { outcome } = listened;
  return {
    connectMs: 'openedMs' in outcome ? outcome.openedMs : null,
    firstByteSilentMs: outcome.kind === 'spoke' ? outcome.firstByteMs : null,
    firstByteNudgedMs: firstByteOf(nudged) ?? firstByteOf(asked),
    detectionTimeoutMs: judgement.kind === 'delayed' ? judgement.detectionTimeoutMs : null,
  };
}

function firstByteOf(legs: readonly (Leg<'nudge'> | Leg<'ask'>)[]): number | null {
  for (const { outcome } of legs) {
    if (outcome.kind === 'spoke' && outcome.promptedBy !== null) return outcome.sinceSpokenToMs;
  }
  return null;
}
