import { expect, test } from 'vitest';
import { gather } from '../../src/decide/evidence.ts';
import { isOnlyTls, promptedIn } from '../../src/decide/prompted.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import {
  ask,
  askGot,
  FREED,
  failed,
  fin,
  GREETING,
  gaveUp,
  heard,
  NO_ANSWER,
  NOT_HTTP,
  NUDGE_PROXIED,
  NUDGE_RESET,
  nudge,
  nudgeGot,
  opened,
  read,
  SILENCE,
  SMTP,
  said,
} from './write.ts';

const TLS_ANSWER = askGot('tls', '\x16\x03\x03');
const HTTP_TO_TLS = askGot('tls', 'HTTP/1.1 400 Bad Request\r\n');
const HTTP_RESET = ask('http', opened(), said(0.5, 'opening'), failed(1));
const SCOLDED = nudgeGot('554 no service\r\n');
const WELCOME = nudgeGot('WELCOME');
const TO_BLANK_LINE = nudge({}, opened(), said(0.5), said(400, 'blank-line'), heard(401, 'WELCOME'));

test.each<[string, Transcript[], object]>([
  ['nothing was said', [], { kind: 'unasked' }],
  ['no words helped', [NO_ANSWER, ask('http', opened(), said(0.5, 'opening'), gaveUp(500))], { kind: 'silent' }],
  ['a greeting', [FREED], { kind: 'greeted', probe: SMTP, version: 'Postfix', confidence: 'certain' }],
  ['a greeting that nothing prompted is none', [nudge({}, opened(), heard(1, GREETING))], { kind: 'silent' }],
  ['a greeting counts more than an answer', [nudgeGot('+PONG'), askGot('http', GREETING)], { kind: 'greeted' }],
  [
    'a known answer',
    [nudgeGot('+PONG')],
    { kind: 'answered', to: 'nudge', probe: { name: 'redis' }, confidence: 'certain' },
  ],
  ['an answer to an opening', [NO_ANSWER, askGot('redis', '+PONG')], { kind: 'answered', to: 'opening' }],
  ['a complaint', [nudgeGot('ERROR what?')], { kind: 'answered', probe: null, confidence: 'likely' }],
  [
    'a known answer before a complaint',
    [nudgeGot('ERROR what?'), askGot('redis', '+PONG')],
    { probe: { name: 'redis' } },
  ],
  ['unknown words for a blank line', [TO_BLANK_LINE], { kind: 'answered', to: 'blank-line', confidence: 'possible' }],
  ['unknown words', [WELCOME], { kind: 'undecided', spoke: { bytes: 'WELCOME' } }],
  [
    'other words for other bytes',
    [WELCOME, nudge({ nudge: 'quiet-tabs' }, opened(), said(0.5), heard(1, 'TABS'))],
    { kind: 'answered', to: 'nudge', probe: null, confidence: 'likely' },
  ],
  ['a scolding', [SCOLDED], { kind: 'scolded', probe: SMTP }],
  ['a scolding counts more than a close', [NUDGE_RESET, SCOLDED], { kind: 'scolded' }],
  ['a proxy', [NUDGE_PROXIED], { kind: 'proxied', answer: { upstream: 'untold' } }],
  ['a proxy that was asked says more', [NUDGE_PROXIED, askGot('http', NOT_HTTP)], { answer: { upstream: 'not-http' } }],
  ['RST', [NUDGE_RESET], { kind: 'reset', atMs: 1 }],
  ['FIN', [nudge({}, opened(), said(0.5), fin(7))], { kind: 'hung-up', atMs: 7 }],
  ['HTTP for TLS', [HTTP_TO_TLS], { kind: 'answered', probe: { name: 'http' } }],
  ['HTTP for TLS where HTTP itself is broken off', [HTTP_RESET, HTTP_TO_TLS], { kind: 'silent' }],
])('%s', (_name, transcripts, expected) => {
  expect(promptedIn(gather([SILENCE, ...transcripts], read))).toMatchObject(expected);
});

test.each<[string, Transcript[], boolean]>([
  ['plaintext is broken off, TLS is answered', [NUDGE_RESET, TLS_ANSWER], true],
  ['plaintext is left waiting', [NO_ANSWER, TLS_ANSWER], false],
  ['another answer', [NUDGE_RESET, askGot('redis', '+PONG')], false],
  ['no answer', [NUDGE_RESET], false],
])('only TLS? %s', (_name, transcripts, expected) => {
  const evidence = gather([SILENCE, ...transcripts], read);
  expect(isOnlyTls(promptedIn(evidence), evidence)).toBe(expected);
});
