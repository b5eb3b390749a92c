import { expect, test } from 'vitest';
import { gather } from '../../src/decide/evidence.ts';
import { judgeProxied } from '../../src/decide/proxied.ts';
import type { ProxyAnswer } from '../../src/decide/proxy-answer.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import type { Judgement } from '../../src/model/verdict.ts';
import {
  ask,
  askGot,
  failed,
  fin,
  gaveUp,
  NO_ANSWER,
  NUDGE_PROXIED,
  NUDGE_RESET,
  opened,
  read,
  SILENCE,
  said,
} from './write.ts';

const SILENT = { kind: 'silent', openedMs: 1, atMs: 6_001 } as const;
const request = (end: Parameters<typeof ask>[1]) => ask('http', opened(), said(0.5, 'opening'), end);

test.each<[ProxyAnswer['upstream'], string, Transcript[], Partial<Judgement>]>([
  [
    'not-http',
    'where the nudge is taken for HTTP',
    [NUDGE_PROXIED],
    { kind: 'misdeclared', expected: 'http', actual: null, proxyStatus: 502 },
  ],
  [
    'not-http',
    'where only a request is',
    [NO_ANSWER],
    { kind: 'healthy', confidence: 'possible', answeredTo: 'opening' },
  ],
  ['unreachable', 'always', [], { kind: 'intercepted', by: 'sidecar', proxyStatus: 502 }],
  ['unusable', 'always', [], { kind: 'intercepted', confidence: 'likely', by: 'sidecar', proxyStatus: 502 }],
  ['hung-up', 'where the end of our words was seen', [NUDGE_RESET], { kind: 'closed', how: 'reset', afterMs: 1 }],
  ['hung-up', 'always', [], { kind: 'closed', how: 'fin', afterMs: 6_001, nudged: true }],
  ['silent', 'always', [], { kind: 'mute', silentMs: 6_000 }],
  ['denied', 'where other words are broken off', [NUDGE_RESET], { kind: 'closed', nudged: true }],
  ['denied', 'where they are not', [NUDGE_PROXIED], { kind: 'healthy', answeredTo: 'opening', confidence: 'likely' }],
  [
    'untold',
    'and no request was made',
    [NUDGE_PROXIED],
    { kind: 'healthy', answeredTo: 'nudge', confidence: 'possible' },
  ],
  [
    'untold',
    'and a request was answered',
    [askGot('http', 'HTTP/1.1 200')],
    { kind: 'healthy', answeredTo: 'opening', confidence: 'certain' },
  ],
  ['untold', 'and a request was left waiting', [request(gaveUp(6_000))], { kind: 'mute', silentMs: 6_000 }],
  ['untold', 'and a request was closed', [request(fin(9))], { kind: 'closed', how: 'fin', afterMs: 9 }],
  ['untold', 'and a request was reset', [request(failed(9))], { kind: 'closed', how: 'reset', afterMs: 9 }],
  ['untold', 'and only another protocol was reset', [ask('redis', opened(), failed(9))], { kind: 'healthy' }],
])('%s, %s', (upstream, _when, transcripts, expected) => {
  const answer: ProxyAnswer = { status: 502, isIstio: true, upstream };
  const evidence = gather([SILENCE, ...transcripts], read);
  expect(judgeProxied(SILENT, { kind: 'proxied', answer }, evidence)).toMatchObject(expected);
});
