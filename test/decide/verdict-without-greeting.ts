import type { MeshIdentity } from '../../src/model/mesh.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import type { Judgement } from '../../src/model/verdict.ts';
import {
  ask,
  askGot,
  failed,
  fin,
  gaveUp,
  heard,
  listen,
  NO_ANSWER,
  NOT_HTTP,
  NUDGE_PROXIED,
  NUDGE_RESET,
  nudge,
  nudgeGot,
  opened,
  proxyAnswer,
  SILENCE,
  STRICT,
  said,
} from './write.ts';

const DEAD = proxyAnswer(503, 'reset before headers. reset reason: connection failure');
const DENIED = proxyAnswer(403, 'RBAC: access denied');
const TLS_ANSWER = askGot('tls', '\x16\x03\x03');
const PERMISSIVE: MeshIdentity = { ...STRICT, posture: 'permissive' };

/** What happened, what it is judged to be, and the mesh that showed itself. */
export type Row = readonly [string, readonly Transcript[], Partial<Judgement>, MeshIdentity?];

/** Stories in which no greeting is ever heard. */
export const WITHOUT_GREETING: readonly Row[] = [
  [
    'an answer to the nudge',
    [SILENCE, nudgeGot('-ERR unknown\r\n')],
    { kind: 'healthy', answeredTo: 'nudge', confidence: 'certain' },
  ],
  [
    'an answer to an opening',
    [SILENCE, NO_ANSWER, askGot('redis', '+PONG\r\n')],
    { kind: 'healthy', answeredTo: 'opening' },
  ],
  ['a complaint that nobody knows', [SILENCE, nudgeGot('ERROR what?\r\n')], { kind: 'healthy', confidence: 'likely' }],
  ['an echo', [SILENCE, nudgeGot('    ')], { kind: 'healthy', confidence: 'likely' }],
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
    'a permissive sidecar that closes on silence, before a server that never speaks',
    [listen(opened(), fin(1_000)), NO_ANSWER],
    { kind: 'closed' },
    PERMISSIVE,
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
    [SILENCE, NUDGE_PROXIED, askGot('http', NOT_HTTP, 2)],
    { kind: 'misdeclared', proxyStatus: 502 },
  ],
  [
    'the same before nobody',
    [SILENCE, NUDGE_PROXIED, askGot('http', DEAD, 2)],
    { kind: 'intercepted', proxyStatus: 503 },
  ],
  [
    'the same before a web server',
    [SILENCE, NUDGE_PROXIED, askGot('http', 'HTTP/1.1 200 OK\r\n', 2)],
    { kind: 'healthy' },
  ],
  [
    'the same before a server that hangs',
    [SILENCE, NUDGE_PROXIED, ask('http', opened(), said(0.5, 'opening'), gaveUp(6_000))],
    { kind: 'mute' },
  ],
  [
    'only our request was taken for HTTP, and somebody else answered',
    [SILENCE, NO_ANSWER, askGot('http', NOT_HTTP, 2), askGot('redis', '+PONG\r\n')],
    { kind: 'healthy', confidence: 'certain' },
  ],
  [
    'only our request was taken for HTTP, and nobody is there',
    [SILENCE, NUDGE_RESET, askGot('http', DEAD, 2)],
    { kind: 'intercepted', by: 'sidecar' },
  ],
  [
    'a policy turns away plaintext and requests alike',
    [SILENCE, NUDGE_RESET, askGot('http', DENIED, 2)],
    { kind: 'closed' },
  ],
  [
    'a policy turns away requests where only requests come',
    [SILENCE, NUDGE_PROXIED, askGot('http', DENIED, 2)],
    { kind: 'healthy' },
  ],
];
