import { expect, test } from 'vitest';
import { gather } from '../../src/decide/evidence.ts';
import { fingerprint } from '../../src/decide/fingerprint.ts';
import { judge } from '../../src/decide/verdict.ts';
import type { MeshIdentity } from '../../src/model/mesh.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import type { Judgement } from '../../src/model/verdict.ts';
import {
  ask,
  CATALOGUE,
  failed,
  fin,
  GREETING,
  gaveUp,
  heard,
  listen,
  nudge,
  opened,
  PROXY_400,
  proxyAnswer,
  said,
} from './write.ts';

const SILENCE = listen(opened(), gaveUp(6_000));
const FREED = nudge({}, opened(), said(0.5), heard(1.5, GREETING));
const FREED_LATER = nudge({ afterMs: 300 }, opened(), said(300.5), heard(301.5, GREETING));
const NO_ANSWER = nudge({}, opened(), said(0.5), said(400, 'blank-line'), gaveUp(1_000));
const NUDGE_RESET = nudge({}, opened(), said(0.5), failed(1));
const TLS_ANSWER = ask('tls', opened(), said(0.5, 'opening'), heard(1, '\x16\x03\x03'));
const LATE = listen(opened(), heard(1_000.5, GREETING));
const NOT_HTTP = proxyAnswer(502, 'reset before headers. reset reason: protocol error');
const DEAD = proxyAnswer(503, 'reset before headers. reset reason: connection failure');

const DENIED = proxyAnswer(403, 'RBAC: access denied');

const STRICT: MeshIdentity = {
  mesh: 'istio',
  posture: 'strict',
  declared: 'tcp',
  identity: 'spiffe://a/ns/b/sa/c',
  confidence: 'certain',
};
const PERMISSIVE: MeshIdentity = { ...STRICT, posture: 'permissive' };

const ROWS: readonly (readonly [string, readonly Transcript[], Partial<Judgement>, MeshIdentity?])[] = [
  ['a prompt greeting', [listen(opened(), heard(1, GREETING))], { kind: 'server-first', confidence: 'certain' }],
  [
    'prompt bytes nobody knows',
    [listen(opened(), heard(1, 'WELCOME\r\n'))],
    { kind: 'server-first', confidence: 'likely' },
  ],
  ['a far-away server', [listen(opened(200), heard(420, GREETING))], { kind: 'server-first' }],
  ['an error greeting', [listen(opened(), heard(1, '421 too busy\r\n'))], { kind: 'refused', by: 'server' }],
  [
    'a server that scolds those who said nothing',
    [listen(opened(), heard(1, '554 no service\r\n'))],
    { kind: 'refused', by: 'server' },
  ],
  [
    'Redis in protected mode',
    [listen(opened(), heard(1, '-DENIED Redis is'), fin(2))],
    { kind: 'refused', by: 'server' },
  ],
  [
    'a web server that is tired of waiting',
    [listen(opened(), heard(5_000, 'HTTP/1.1 408 Request Timeout\r\n'))],
    { kind: 'healthy', answeredTo: 'silence' },
  ],
  ['nobody listens', [listen(failed(0.2, 'ECONNREFUSED'))], { kind: 'refused', by: 'network' }],
  ['no answer to the connect', [listen(gaveUp(3_000))], { kind: 'connect-timeout' }],
  ['no route', [listen(failed(1, 'ENETUNREACH'))], { kind: 'unreachable', code: 'ENETUNREACH' }],

  [
    'silence, freed by a nudge, twice',
    [SILENCE, FREED, FREED_LATER],
    { kind: 'stalled', confidence: 'certain', silenceEndedBy: 'silence', freedMs: 1 },
  ],
  [
    'a close, freed by a nudge',
    [listen(opened(), fin(2_000)), FREED, FREED_LATER],
    { kind: 'stalled', silenceEndedBy: 'fin' },
  ],
  [
    'freed by an opening only',
    [SILENCE, NO_ANSWER, ask('http', opened(), said(0.5, 'opening'), heard(1, GREETING))],
    { kind: 'stalled' },
  ],
  [
    'a greeting before the second nudge',
    [SILENCE, FREED, nudge({ afterMs: 300 }, opened(), heard(1, GREETING))],
    { kind: 'inconsistent' },
  ],
  [
    'a close, and then a greeting in silence',
    [listen(opened(), fin(1)), FREED, listen(opened(), heard(1, GREETING))],
    { kind: 'inconsistent' },
  ],
  [
    'a nudged greeting slower than the silence was long',
    [listen(opened(), gaveUp(2_000)), nudge({}, opened(), said(0.5), heard(1_900, GREETING))],
    { kind: 'slow' },
  ],
  [
    'an error after the nudge from a server that punishes early talk',
    [SILENCE, nudge({}, opened(), said(0.5), heard(1, '554 synchronization error\r\n'))],
    { kind: 'slow', reason: 'punishes-early-talk' },
  ],
  [
    'a refusal after the nudge that may be about the nudge',
    [SILENCE, nudge({}, opened(), said(0.5), heard(1, '421 go away\r\n'))],
    { kind: 'slow', reason: 'punishes-early-talk' },
  ],
  [
    'a refusal that no nudge can have caused',
    [SILENCE, nudge({}, opened(), said(0.5), heard(1, 'J\0\0\0\xffHost is blocked'))],
    { kind: 'stalled' },
  ],

  [
    'late in silence, prompt with a nudge, again',
    [LATE, FREED, LATE, FREED],
    { kind: 'delayed', confidence: 'certain', detectionTimeoutMs: 999 },
  ],
  ['late in silence, looked at once', [LATE, FREED], { kind: 'delayed', confidence: 'likely' }],
  ['late, and a nudge gets a reset', [LATE, LATE, NUDGE_RESET], { kind: 'slow', reason: 'late-either-way' }],
  [
    'late either way',
    [LATE, nudge({}, opened(), said(0.5), heard(1_000, GREETING)), LATE],
    { kind: 'slow', reason: 'late-either-way' },
  ],
  [
    'late the first time only',
    [listen(opened(), heard(5_000, GREETING)), FREED, listen(opened(), heard(1, GREETING))],
    { kind: 'slow', reason: 'late-once' },
  ],
  [
    'a hiccup',
    [listen(opened(), heard(150, GREETING)), FREED, listen(opened(), heard(1, GREETING))],
    { kind: 'server-first' },
  ],
  [
    'late in silence, scolded for a nudge',
    [LATE, nudge({}, opened(), said(0.5), heard(1, '554 synchronization error\r\n')), LATE],
    { kind: 'slow', reason: 'punishes-early-talk' },
  ],
  [
    'late at random',
    [LATE, nudge({}, opened(), said(0.5), heard(400, GREETING)), listen(opened(), heard(3_000, GREETING))],
    { kind: 'slow' },
  ],
  ['late, and nothing may be sent', [LATE], { kind: 'slow', confidence: 'possible' }],

  [
    'an answer to the nudge',
    [SILENCE, nudge({}, opened(), said(0.5), heard(1, '-ERR unknown\r\n'))],
    { kind: 'healthy', answeredTo: 'nudge', confidence: 'certain' },
  ],
  [
    'an answer to an opening',
    [SILENCE, NO_ANSWER, ask('redis', opened(), said(0.5, 'opening'), heard(1, '+PONG\r\n'))],
    { kind: 'healthy', answeredTo: 'opening' },
  ],
  [
    'a complaint that nobody knows',
    [SILENCE, nudge({}, opened(), said(0.5), heard(1, 'ERROR what?\r\n'))],
    { kind: 'healthy', confidence: 'likely' },
  ],
  ['an echo', [SILENCE, nudge({}, opened(), said(0.5), heard(1, '    '))], { kind: 'healthy', confidence: 'likely' }],
  [
    'the same words for each word',
    [SILENCE, nudge({}, opened(), said(0.5), heard(1, 'PONG'), said(120, 'blank-line'), heard(121, 'PONGPONG'))],
    { kind: 'healthy' },
  ],
  [
    'nothing for anything',
    [SILENCE, NO_ANSWER, ask('http', opened(), said(0.5, 'opening'), gaveUp(500))],
    { kind: 'mute', silentMs: 5_999.6 },
  ],
  ['silence, and nothing may be sent', [SILENCE], { kind: 'mute', confidence: 'possible' }],

  [
    'FIN at once',
    [listen(opened(), fin(1)), nudge({}, opened(), fin(1))],
    { kind: 'closed', how: 'fin', nudged: false },
  ],
  [
    'RST at once',
    [listen(opened(), failed(1)), nudge({}, opened(), failed(1))],
    { kind: 'closed', how: 'reset', nudged: false },
  ],
  ['RST for a nudge', [SILENCE, NUDGE_RESET, NUDGE_RESET, NUDGE_RESET], { kind: 'closed', how: 'reset', nudged: true }],
  [
    'RST for a nudge at a strict sidecar',
    [SILENCE, NUDGE_RESET],
    { kind: 'mtls-required', identity: 'spiffe://a/ns/b/sa/c' },
    STRICT,
  ],
  [
    'RST for a nudge, and a handshake, at a strict sidecar',
    [SILENCE, NUDGE_RESET, TLS_ANSWER],
    { kind: 'mtls-required' },
    STRICT,
  ],
  ['RST for a nudge, and a handshake, with no mesh', [SILENCE, NUDGE_RESET, TLS_ANSWER], { kind: 'healthy' }],
  [
    'RST for a nudge at a permissive sidecar',
    [SILENCE, NUDGE_RESET],
    { kind: 'intercepted', by: 'sidecar' },
    PERMISSIVE,
  ],

  [
    'a proxy that takes all for HTTP before a server that speaks none',
    [
      SILENCE,
      nudge({}, opened(), said(0.5), heard(1, PROXY_400)),
      ask('http', opened(), said(0.5, 'opening'), heard(2, NOT_HTTP)),
    ],
    { kind: 'misdeclared', proxyStatus: 502 },
  ],
  [
    'the same before nobody',
    [
      SILENCE,
      nudge({}, opened(), said(0.5), heard(1, PROXY_400)),
      ask('http', opened(), said(0.5, 'opening'), heard(2, DEAD)),
    ],
    { kind: 'intercepted', proxyStatus: 503 },
  ],
  [
    'the same before a web server',
    [
      SILENCE,
      nudge({}, opened(), said(0.5), heard(1, PROXY_400)),
      ask('http', opened(), said(0.5, 'opening'), heard(2, 'HTTP/1.1 200 OK\r\n')),
    ],
    { kind: 'healthy' },
  ],
  [
    'the same before a server that hangs',
    [
      SILENCE,
      nudge({}, opened(), said(0.5), heard(1, PROXY_400)),
      ask('http', opened(), said(0.5, 'opening'), gaveUp(6_000)),
    ],
    { kind: 'mute' },
  ],
  [
    'only our request was taken for HTTP, and somebody else answered',
    [
      SILENCE,
      NO_ANSWER,
      ask('http', opened(), said(0.5, 'opening'), heard(2, NOT_HTTP)),
      ask('redis', opened(), said(0.5, 'opening'), heard(1, '+PONG\r\n')),
    ],
    { kind: 'healthy', confidence: 'certain' },
  ],
  [
    'only our request was taken for HTTP, and nobody is there',
    [SILENCE, NUDGE_RESET, ask('http', opened(), said(0.5, 'opening'), heard(2, DEAD))],
    { kind: 'intercepted', by: 'sidecar' },
  ],
  [
    'a policy turns away plaintext and requests alike',
    [SILENCE, NUDGE_RESET, ask('http', opened(), said(0.5, 'opening'), heard(2, DENIED))],
    { kind: 'closed' },
  ],
  [
    'a policy turns away requests where only requests come',
    [
      SILENCE,
      nudge({}, opened(), said(0.5), heard(1, PROXY_400)),
      ask('http', opened(), said(0.5, 'opening'), heard(2, DENIED)),
    ],
    { kind: 'healthy' },
  ],
];

const CASES = ROWS.map(([name, transcripts, expected, mesh = null]) => ({ name, transcripts, expected, mesh }));

test.each(CASES)('$name', ({ transcripts, expected, mesh }) => {
  const read = (bytes: string) => fingerprint(bytes, CATALOGUE, { port: 1, expectedProtocol: null });
  expect(judge(gather(transcripts, read), mesh)).toMatchObject(expected);
});
