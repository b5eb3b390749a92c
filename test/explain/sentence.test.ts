import { expect, it } from 'vitest';
import { sentenceFor } from '../../src/explain/sentence.ts';
import type { Judgement, VerdictKind } from '../../src/model/verdict.ts';
import { JUDGEMENTS, measurement } from '../report/samples.ts';
import { SOMEBODY } from './measurements.ts';

const SENTENCES: { readonly [K in VerdictKind]: string } = {
  'server-first': 'greets unprompted as mysql: first byte after 0.6 ms',
  healthy: 'client-first: silent until spoken to, then it answered the opening of its protocol',
  stalled:
    'server-first, but its first words came only after client bytes: silence got nothing in 6.0 s, a nudge got them in 0.7 ms',
  delayed:
    'a proxy holds the greeting until its detection timeout of about 5.0 s: silence got it after 5.0 s, a nudge after 0.6 ms',
  slow: 'the first byte came after 3.0 s, and speaking did not hasten it: the server is late, not a proxy',
  'mtls-required':
    'only mutual TLS is taken: plaintext gets nothing through, and the proxy shows spiffe://cluster.local/ns/db/sa/mysql',
  misdeclared: 'a proxy treats the port as HTTP: it answered HTTP 400 itself to bytes that are no HTTP',
  intercepted: 'a sidecar accepted the connection for a server that is not there (likely, not proven)',
  closed: 'accepted, then reset after 1.2 ms without a byte, once it was spoken to (likely, not proven)',
  mute: 'accepted, and said nothing for 6.0 s; nothing was sent to see whether that helps (likely, not proven)',
  inconsistent: 'the samples of this address disagree: server-first, stalled',
  refused: 'nothing accepts connections on this port',
  unreachable: 'the network has no way there (EHOSTUNREACH)',
  'connect-timeout': 'no answer to the connection request within 3.0 s',
  unresolved: 'the name does not resolve (ENOTFOUND)',
};

it.each(Object.entries(SENTENCES))('%s', (kind, sentence) => {
  expect(sentenceFor(measurement(JUDGEMENTS[kind as VerdictKind]))).toBe(sentence);
});

it.each<[Judgement, string]>([
  [{ ...JUDGEMENTS.stalled, silenceEndedBy: 'fin', silentMs: 15_000 }, 'silence got a close after 15.0 s'],
  [{ ...JUDGEMENTS.stalled, silenceEndedBy: 'reset' }, 'silence got a reset after'],
  [{ ...JUDGEMENTS.stalled, confidence: 'possible' }, '(possible; the evidence allows other readings)'],
  [
    { ...JUDGEMENTS.slow, firstByteMs: null, reason: 'punishes-early-talk' },
    'the greeting did not come in time: the server lets clients wait',
  ],
  [{ ...JUDGEMENTS.slow, reason: 'late-once' }, 'but promptly when looked at again'],
  [{ ...JUDGEMENTS['mtls-required'], identity: '' }, 'shows a mesh certificate'],
  [
    { ...JUDGEMENTS.misdeclared, expected: 'mysql', actual: 'http', proxyStatus: null },
    'mysql was expected, but http answered',
  ],
  [
    { ...JUDGEMENTS.intercepted, by: 'own-sidecar', proxyStatus: 503 },
    "the prober's own sidecar accepted the connection for a server that is not there, and answered HTTP 503 itself",
  ],
  [
    { ...JUDGEMENTS.refused, by: 'server', said: '421 too many\r\n' },
    'the server turned the client away: "421 too many"',
  ],
])('%j', (judgement, part) => {
  expect(sentenceFor(measurement(judgement))).toContain(part);
});

it('says of a mute endpoint whether it was spoken to', () => {
  const sent = {
    step: { kind: 'ask', protocol: 'http', afterMs: 0, waitMs: 1 },
    events: [{ kind: 'sent', atMs: 1, purpose: 'opening', bytes: 'x' }],
    startedAtMs: 0,
    lagMs: 0,
  } as const;
  expect(sentenceFor(measurement(JUDGEMENTS.mute, { transcripts: [sent] }))).toContain(
    'answered neither 6.0 s of silence nor anything that was sent',
  );
});

it.each(['stalled', 'delayed'] as const)('says of a %s endpoint what our own sidecar hides', (kind) => {
  const cause = { ...SOMEBODY, kind: 'own-sidecar' } as const;
  expect(sentenceFor(measurement({ ...JUDGEMENTS[kind], confidence: 'likely' }, { cause }))).toMatch(
    /; the prober's own sidecar waits before it dials, so .* \(likely, not proven\)$/,
  );
});
