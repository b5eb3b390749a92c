import { expect, test } from 'vitest';
import { gather } from '../../src/decide/evidence.ts';
import { judge } from '../../src/decide/verdict.ts';
import { type Row, WITHOUT_GREETING } from './verdict-without-greeting.ts';
import {
  askGot,
  FREED,
  FREED_LATER,
  failed,
  fin,
  GREETING,
  gaveUp,
  heard,
  LATE,
  listen,
  NO_ANSWER,
  NUDGE_RESET,
  nudge,
  nudgeGot,
  opened,
  read,
  SILENCE,
  said,
} from './write.ts';

const WITH_GREETING: readonly Row[] = [
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
  ['freed by an opening only', [SILENCE, NO_ANSWER, askGot('http', GREETING)], { kind: 'stalled' }],
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
    [listen(opened(), gaveUp(2_000)), nudgeGot(GREETING, 1_900)],
    { kind: 'slow' },
  ],
  [
    'an error after the nudge from a server that punishes early talk',
    [SILENCE, nudgeGot('554 synchronization error\r\n')],
    { kind: 'slow', reason: 'punishes-early-talk' },
  ],
  [
    'a refusal after the nudge that may be about the nudge',
    [SILENCE, nudgeGot('421 go away\r\n')],
    { kind: 'slow', reason: 'punishes-early-talk' },
  ],
  ['a refusal that no nudge can have caused', [SILENCE, nudgeGot('J\0\0\0\xffHost is blocked')], { kind: 'stalled' }],

  [
    'late in silence, prompt with a nudge, again',
    [LATE, FREED, LATE, FREED],
    { kind: 'delayed', confidence: 'certain', detectionTimeoutMs: 999 },
  ],
  ['late in silence, looked at once', [LATE, FREED], { kind: 'delayed', confidence: 'likely' }],
  ['late, and a nudge gets a reset', [LATE, LATE, NUDGE_RESET], { kind: 'slow', reason: 'late-either-way' }],
  ['late either way', [LATE, nudgeGot(GREETING, 1_000), LATE], { kind: 'slow', reason: 'late-either-way' }],
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
    [LATE, nudgeGot('554 synchronization error\r\n'), LATE],
    { kind: 'slow', reason: 'punishes-early-talk' },
  ],
  ['late at random', [LATE, nudgeGot(GREETING, 400), listen(opened(), heard(3_000, GREETING))], { kind: 'slow' }],
  ['late, and nothing may be sent', [LATE], { kind: 'slow', confidence: 'possible', reason: 'late-in-silence' }],
  ['a little late, and nothing may be sent', [listen(opened(), heard(150, GREETING))], { kind: 'server-first' }],
  [
    'a little late, and scolded for a nudge',
    [listen(opened(), heard(150, GREETING)), nudgeGot('554 synchronization error\r\n')],
    { kind: 'server-first', confidence: 'likely' },
  ],
  [
    'a client-first server that says no when it is freed',
    [
      SILENCE,
      nudgeGot('-DENIED Redis is'),
      nudge({ afterMs: 300 }, opened(), said(300), heard(301, '-DENIED Redis is')),
    ],
    { kind: 'refused', by: 'server', said: '-DENIED Redis is' },
  ],
  ['and the same when it is asked', [SILENCE, NO_ANSWER, askGot('redis', '-DENIED Redis is')], { kind: 'healthy' }],
];

const CASES = [...WITH_GREETING, ...WITHOUT_GREETING].map(([name, transcripts, expected, mesh = null]) => ({
  name,
  transcripts,
  expected,
  mesh,
}));

test.each(CASES)('$name', ({ transcripts, expected, mesh }) => {
  expect(judge(gather(transcripts, read), mesh)).toMatchObject(expected);
});
