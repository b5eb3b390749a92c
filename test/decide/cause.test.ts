import { expect, test } from 'vitest';
import { causeOf } from '../../src/decide/cause.ts';
import { gather } from '../../src/decide/evidence.ts';
import type { Cause } from '../../src/model/finding.ts';
import type { MeshIdentity } from '../../src/model/mesh.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import type { Judgement } from '../../src/model/verdict.ts';
import {
  askGot,
  FREED,
  NO_ANSWER,
  NOT_HTTP,
  NUDGE_PROXIED,
  nudgeGot,
  PROXY_400,
  read,
  SILENCE,
  STRICT,
} from './write.ts';

const STALLED: Judgement = {
  kind: 'stalled',
  confidence: 'likely',
  silentMs: 6_000,
  silenceEndedBy: 'silence',
  freedMs: 1,
};
const SLOW: Judgement = { kind: 'slow', confidence: 'possible', firstByteMs: 900, reason: 'late-either-way' };
const MUTE: Judgement = { kind: 'mute', confidence: 'certain', silentMs: 6_000 };
const CLOSED: Judgement = { kind: 'closed', confidence: 'likely', how: 'fin', afterMs: 1, nudged: true };
const HEALTHY: Judgement = { kind: 'healthy', confidence: 'certain', answeredTo: 'nudge' };
const INTERCEPTED: Judgement = { kind: 'intercepted', confidence: 'certain', by: 'sidecar', proxyStatus: null };

const PLAIN = nudgeGot(PROXY_400.replace('istio-envoy', 'envoy'));
const LINKERD: MeshIdentity = { ...STRICT, mesh: 'linkerd', posture: 'none' };

test.each<[string, Judgement, Transcript[], MeshIdentity | null, Partial<Cause>]>([
  ['a stall with no mesh to be seen', STALLED, [FREED], null, { kind: 'sniffing-proxy', confidence: 'likely' }],
  ['an interception too', INTERCEPTED, [], null, { kind: 'sniffing-proxy', confidence: 'certain' }],
  ['a server that is slow by itself', SLOW, [], null, { kind: 'server', declared: 'unknown', confidence: 'possible' }],
  [
    'the mesh that showed itself',
    STALLED,
    [FREED],
    STRICT,
    { kind: 'istio-sidecar', posture: 'strict', declared: 'tcp', identity: STRICT.identity, confidence: 'certain' },
  ],
  ['a mesh whose posture cannot be told', STALLED, [FREED], LINKERD, { kind: 'linkerd-proxy', posture: 'unknown' }],
  ['a mesh counts more than words', CLOSED, [NUDGE_PROXIED], LINKERD, { kind: 'linkerd-proxy' }],
  [
    'no mesh, said the handshake',
    STALLED,
    [FREED],
    { ...STRICT, mesh: null },
    { kind: 'sniffing-proxy', posture: 'unknown' },
  ],
  [
    'Istio signed the error',
    MUTE,
    [NUDGE_PROXIED],
    null,
    { kind: 'istio-sidecar', declared: 'http', confidence: 'likely' },
  ],
  ['some Envoy signed it', MUTE, [PLAIN], null, { kind: 'sniffing-proxy', declared: 'http' }],
  [
    'only a request got it',
    CLOSED,
    [NO_ANSWER, askGot('http', NOT_HTTP)],
    null,
    { kind: 'istio-sidecar', declared: 'unknown' },
  ],
])('%s', (_name, judgement, transcripts, mesh, expected) => {
  expect(causeOf(judgement, gather([SILENCE, ...transcripts], read), mesh)).toMatchObject(expected);
});

const DELAYED = { kind: 'delayed', confidence: 'certain', silentMs: 1, nudgedMs: 1 } as const;
const HUNG_UP: Judgement = { ...STALLED, confidence: 'certain', silenceEndedBy: 'fin' };

test.each<[string, Judgement, Partial<Cause>]>([
  [
    'a greeting after 10 s',
    { ...DELAYED, detectionTimeoutMs: 10_004 },
    { kind: 'linkerd-proxy', confidence: 'likely' },
  ],
  [
    'a greeting after 20 s',
    { ...DELAYED, detectionTimeoutMs: 20_010 },
    { kind: 'linkerd-proxy', confidence: 'likely' },
  ],
  [
    'a greeting after 5 s',
    { ...DELAYED, detectionTimeoutMs: 5_001 },
    { kind: 'istio-sidecar', confidence: 'possible' },
  ],
  ['a close after 10 s', { ...HUNG_UP, silentMs: 10_003 }, { kind: 'linkerd-proxy', confidence: 'likely' }],
  [
    'a verdict in doubt',
    { ...HUNG_UP, silentMs: 10_003, confidence: 'possible' },
    { kind: 'linkerd-proxy', confidence: 'possible' },
  ],
  ['a time of several', { ...HUNG_UP, silentMs: 15_002 }, { kind: 'sniffing-proxy', confidence: 'certain' }],
  ['a time of nobody', { ...HUNG_UP, silentMs: 7_000 }, { kind: 'sniffing-proxy', confidence: 'certain' }],
  ['a reset', { ...HUNG_UP, silenceEndedBy: 'reset', silentMs: 10_003 }, { kind: 'sniffing-proxy' }],
  ['a patience of 10 s', { ...HUNG_UP, silenceEndedBy: 'silence', silentMs: 10_003 }, { kind: 'sniffing-proxy' }],
])('by its clock: %s', (_name, judgement, expected) => {
  expect(causeOf(judgement, gather([SILENCE, FREED], read), null)).toMatchObject({ identity: null, ...expected });
});

test('a close after 10 s without a greeting is the server’s own', () => {
  const closed: Judgement = { ...CLOSED, afterMs: 10_003, nudged: false };
  expect(causeOf(closed, gather([SILENCE], read), null)).toBeNull();
});

test('who has shown itself is not judged by its clock', () => {
  const delayed: Judgement = { ...DELAYED, detectionTimeoutMs: 10_004 };
  expect(causeOf(delayed, gather([SILENCE, FREED], read), STRICT)).toMatchObject({ kind: 'istio-sidecar' });
});

test.each<[string, Judgement, Transcript[], MeshIdentity | null]>([
  ['where all is well, whatever mesh there is', HEALTHY, [NUDGE_PROXIED], STRICT],
  ['for silence that nothing explains', MUTE, [NO_ANSWER], null],
])('nobody is blamed %s', (_name, judgement, transcripts, mesh) => {
  expect(causeOf(judgement, gather([SILENCE, ...transcripts], read), mesh)).toBeNull();
});
