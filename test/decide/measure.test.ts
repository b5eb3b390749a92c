import { expect, test } from 'vitest';
import { fingerprint } from '../../src/decide/fingerprint.ts';
import { measure } from '../../src/decide/measure.ts';
import type { Measurement } from '../../src/model/finding.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import {
  ask,
  CATALOGUE,
  GREETING,
  gaveUp,
  HTTP,
  heard,
  listen,
  MYSQL,
  nudge,
  opened,
  PROXY_400,
  proxyAnswer,
  SMTP,
  said,
} from './write.ts';

const ENDPOINT = { input: 'it', host: 'it', port: 1, expectedProtocol: null, address: '10.0.0.7' };
const PROMPT = listen(opened(), heard(1, GREETING));
const SILENCE = listen(opened(), gaveUp(6_000));
const FREED = nudge({}, opened(), said(0.5), heard(1.5, GREETING));
const NOT_HTTP = proxyAnswer(502, 'reset reason: protocol error');

function measured(transcripts: readonly Transcript[], expected = null as typeof SMTP | null): Measurement {
  return measure(
    ENDPOINT,
    transcripts,
    (bytes) => fingerprint(bytes, CATALOGUE, { port: 1, expectedProtocol: null }),
    expected && { name: expected.name, probe: expected, overTls: false },
  );
}

test.each<[string, Transcript[], Partial<Measurement>]>([
  ['a greeting', [PROMPT], { protocol: { name: 'smtp', version: 'Postfix', speaksFirst: 'server' }, cause: null }],
  [
    'a stall',
    [SILENCE, FREED],
    {
      protocol: { name: 'smtp', version: 'Postfix', speaksFirst: 'server' },
      timing: { connectMs: 0.4, firstByteSilentMs: null, firstByteNudgedMs: 1, detectionTimeoutMs: null },
      cause: { kind: 'sniffing-proxy', posture: 'unknown', declared: 'unknown', identity: null, confidence: 'certain' },
    },
  ],
  [
    'a delay',
    [listen(opened(), heard(1_000.4, GREETING)), FREED, listen(opened(), heard(1_000.4, GREETING)), FREED],
    { timing: { connectMs: 0.4, firstByteSilentMs: 1_000.4, firstByteNudgedMs: 1, detectionTimeoutMs: 998.9 } },
  ],
  [
    'a port declared as HTTP',
    [
      SILENCE,
      nudge({}, opened(), said(0.5), heard(1, PROXY_400)),
      ask('http', opened(), said(0.5, 'opening'), heard(2, NOT_HTTP)),
    ],
    { cause: { kind: 'istio-sidecar', posture: 'unknown', declared: 'http', identity: null, confidence: 'likely' } },
  ],
])('%s', (_name, transcripts, expected) => {
  expect(measured(transcripts)).toMatchObject(expected);
});

test.each([
  ['the protocol that was named', [PROMPT], SMTP, 'server-first'],
  ['another protocol than was named', [PROMPT], MYSQL, 'misdeclared'],
  ['nobody knows it, but it speaks out of turn', [listen(opened(), heard(1, 'WELCOME'))], HTTP, 'misdeclared'],
  ['nobody knows it, and it could be the one', [listen(opened(), heard(1, 'WELCOME'))], MYSQL, 'server-first'],
  ['a stall is worse than a wrong name', [SILENCE, FREED], MYSQL, 'stalled'],
])('%s', (_name, transcripts, expected, kind) => {
  expect(measured(transcripts, expected).judgement.kind).toBe(kind);
});
