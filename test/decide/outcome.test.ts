import { expect, test } from 'vitest';
import { type Outcome, outcomeOf } from '../../src/decide/outcome.ts';
import type { TranscriptEvent } from '../../src/model/transcript.ts';
import { failed, fin, gaveUp, heard, listen, opened, said } from './write.ts';

const ROWS: readonly (readonly [string, readonly TranscriptEvent[], Partial<Outcome>])[] = [
  ['nothing yet', [], { kind: 'pending' }],
  ['open and still silent', [opened()], { kind: 'silent', openedMs: 0.4, atMs: 0.4 }],
  ['silence until we left', [opened(), gaveUp(6_000)], { kind: 'silent', openedMs: 0.4, atMs: 6_000 }],
  ['refused', [failed(0.2, 'ECONNREFUSED')], { kind: 'refused' }],
  ['no route', [failed(3, 'EHOSTUNREACH')], { kind: 'unreachable', code: 'EHOSTUNREACH' }],
  ['never accepted', [gaveUp(3_000)], { kind: 'connect-timeout', waitedMs: 3_000 }],
  ['the system gave up connecting', [failed(1_000, 'ETIMEDOUT')], { kind: 'connect-timeout', waitedMs: 1_000 }],
  ['FIN', [opened(), fin(10)], { kind: 'hung-up', openedMs: 0.4, atMs: 10, spokenTo: false }],
  ['RST', [opened(), failed(10)], { kind: 'reset', openedMs: 0.4, atMs: 10, spokenTo: false }],
  ['RST for our words', [opened(), said(1), failed(2)], { kind: 'reset', openedMs: 0.4, atMs: 2, spokenTo: true }],
  ['FIN, then RST', [opened(), fin(10), failed(11)], { kind: 'hung-up', openedMs: 0.4, atMs: 10, spokenTo: false }],
  ['a greeting', [opened(), heard(1.5, '220')], { kind: 'spoke', firstByteMs: 1.5, promptedBy: null, bytes: '220' }],
  [
    'a greeting in pieces',
    [opened(), heard(1, '22'), heard(9, '0 ')],
    { kind: 'spoke', firstByteMs: 1, bytes: '220 ' },
  ],
  ['a greeting, then the end', [opened(), heard(1, '220'), fin(2)], { kind: 'spoke', bytes: '220' }],
  [
    'a reply to the nudge and one to the blank line',
    [opened(), said(1), heard(3, 'A'), said(4, 'blank-line'), heard(6, 'B')],
    { kind: 'spoke', firstByteMs: 3, sinceSpokenToMs: 2, promptedBy: 'nudge', bytes: 'A', laterBytes: 'B' },
  ],
  [
    'a reply to the blank line only',
    [opened(), said(1), said(401, 'blank-line'), heard(403, 'A')],
    { kind: 'spoke', sinceSpokenToMs: 2, promptedBy: 'blank-line', bytes: 'A', laterBytes: '' },
  ],
  [
    'a greeting before the delayed nudge was sent',
    [opened(), heard(100, 'A')],
    { kind: 'spoke', promptedBy: null, sinceSpokenToMs: 99.6 },
  ],
];

test.each(ROWS)('%s', (_name, events, expected) => {
  expect(outcomeOf(listen(...events))).toMatchObject(expected);
});
