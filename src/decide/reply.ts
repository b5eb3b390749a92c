import type { Bytes } from '../model/bytes.ts';
import type { Probe } from '../model/probe.ts';
import type { Reader, Reading } from './fingerprint.ts';
import type { Spoke } from './outcome.ts';
import { type ProxyAnswer, proxyAnswerIn } from './proxy-answer.ts';

/** What the first bytes of one connection are, seen in the light of what had been said there. */
export type Reply =
  /** A server-first server's opening words. `turnedAway` where they refuse us ("Host is blocked"). */
  | { readonly kind: 'greeting'; readonly probe: Probe; readonly version: string | null; readonly turnedAway: boolean }
  /** A client-first server's words: about ours, or about our silence. `probe` is null where nobody knows it. */
  | { readonly kind: 'answer'; readonly probe: Probe | null; readonly version: string | null }
  /** A server-first server that minds being spoken to before it has greeted. */
  | { readonly kind: 'scolding'; readonly probe: Probe }
  | { readonly kind: 'proxy'; readonly answer: ProxyAnswer }
  /** Nobody knows these bytes, and nothing in them tells a greeting from an answer. */
  | { readonly kind: 'unknown' };

/** Words by which servers without a fingerprint reject what they do not understand. */
const COMPLAINT =
  /\b(?:err|error|invalid|unknown|bad|unexpected|malformed|unsupported|illegal|syntax|unrecogni[sz]ed|wrong|denied)\b/i;

/** How much of an unknown reply is searched for complaints. */
const COMPLAINT_WITHIN = 512;

/** Reads the reply of a connection on which the server spoke. */
export function replyOf(spoke: Spoke, sentBefore: Bytes, read: Reader): Reply {
  const answer = spoke.promptedBy === null ? null : proxyAnswerIn(spoke.bytes);
  if (answer) return { kind: 'proxy', answer };
  const reading = read(spoke.bytes);
  switch (reading.kind) {
    case 'greeting':
    case 'refusal':
      if (isAboutQuestion(spoke, reading)) return { kind: 'answer', probe: reading.probe, version: null };
      return {
        kind: 'greeting',
        probe: reading.probe,
        version: reading.version,
        turnedAway: reading.kind === 'refusal',
      };
    case 'scolding':
      return { kind: 'scolding', probe: reading.probe };
    case 'answer':
      return reading.probe.speaksFirst === 'server'
        ? { kind: 'scolding', probe: reading.probe }
        : { kind: 'answer', probe: reading.probe, version: reading.version };
    case 'unknown':
      return isAnswerByItself(spoke, sentBefore) ? { kind: 'answer', probe: null, version: null } : { kind: 'unknown' };
    default:
      return reading satisfies never;
  }
}

/** A client-first server that turns us away after we had asked it something: that is its answer. */
function isAboutQuestion({ promptedBy }: Spoke, { kind, probe }: Exclude<Reading, { kind: 'unknown' }>): boolean {
  const isAsked = promptedBy === 'opening' || promptedBy === 'blank-line';
  return kind === 'refusal' && probe.speaksFirst === 'client' && isAsked;
}

/** An echo, a complaint, or the same words again for the next thing said: no greeting does that. */
function isAnswerByItself(spoke: Spoke, sentBefore: Bytes): boolean {
  if (spoke.promptedBy === null) return false;
  const echoes = sentBefore !== '' && (spoke.bytes.startsWith(sentBefore) || sentBefore.startsWith(spoke.bytes));
  const repeats = spoke.laterBytes.startsWith(spoke.bytes);
  return echoes || repeats || COMPLAINT.test(spoke.bytes.slice(0, COMPLAINT_WITHIN));
}
