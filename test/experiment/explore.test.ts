import { expect, test } from 'vitest';
import { gather } from '../../src/decide/evidence.ts';
import { explore } from '../../src/experiment/explore.ts';
import { planner } from '../../src/experiment/plan.ts';
import { DEFAULT_OPTIONS } from '../../src/model/options.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import {
  ask,
  CATALOGUE,
  FREED,
  fin,
  gaveUp,
  heard,
  listen,
  nudge,
  opened,
  read,
  SILENCE,
  said,
} from '../decide/write.ts';

const CLOSED = listen(opened(), fin(100));
const SECOND_LOOK = nudge({ afterMs: 300 }, opened(), said(300), heard(301, '220 mail ESMTP Postfix\r\n'));
const NO_ANSWER = nudge({}, opened(), said(0.5), gaveUp(700));
const UNANSWERED = [
  ...['redis', 'http', 'tls'].map((protocol) => ask(protocol, opened(), said(0.5, 'opening'), gaveUp(500))),
  nudge({ nudge: 'quiet-long', blankLine: false }, opened(), said(0.5), gaveUp(3_000)),
];
const BROKEN = nudge({}, opened(), said(0.5), fin(1));

test.each<[string, number, Transcript[], object]>([
  ['nothing was said yet', 1, [SILENCE], { steps: [{ kind: 'nudge', nudge: 'quiet', blankLine: true }] }],
  ['nothing was said yet to one that minds junk', 3306, [SILENCE], { steps: [{ kind: 'ask', protocol: 'mysql' }] }],
  ['a greeting was freed', 1, [SILENCE, FREED], { steps: [{ afterMs: 300 }] }],
  ['twice', 1, [SILENCE, FREED, SECOND_LOOK], { kind: 'done' }],
  ['twice, and silence was closed', 1, [CLOSED, FREED, SECOND_LOOK], { steps: [{ kind: 'listen', waitMs: 1_100 }] }],
  ['no answer', 1, [SILENCE, NO_ANSWER], { steps: [{ kind: 'ask', protocol: 'http' }] }],
  [
    'an answer',
    1,
    [SILENCE, NO_ANSWER, ask('redis', opened(), said(0.5, 'opening'), heard(1, '+PONG'))],
    { kind: 'done' },
  ],
  ['no answer, and it is late', 1, [SILENCE, NO_ANSWER], { steps: [{ kind: 'nudge', nudge: 'quiet-long' }] }],
  [
    'no answer at all, and silence is over',
    6379,
    [SILENCE, NO_ANSWER, ...UNANSWERED],
    { steps: [{ protocol: 'redis' }] },
  ],
  ['nor when asked alone', 6379, [SILENCE, NO_ANSWER, ...UNANSWERED, ...UNANSWERED], { kind: 'done' }],
  ['no answer at all where nothing is usual', 1, [SILENCE, NO_ANSWER, ...UNANSWERED], { kind: 'done' }],
  ['words broken off', 1, [SILENCE, BROKEN], { steps: [{ kind: 'nudge' }] }],
  [
    'words broken off where clients speak first',
    6379,
    [SILENCE, BROKEN],
    { steps: [{ kind: 'ask', protocol: 'redis' }] },
  ],
])('%s', (name, port, transcripts, expected) => {
  const options = { ...DEFAULT_OPTIONS, identify: false };
  const plan = planner(
    options,
    CATALOGUE,
  )({ input: 'it', host: 'it', address: '10.0.0.7', port, expectedProtocol: null });
  const evidence = gather(transcripts, read);
  const elapsedMs = name.includes('late') ? 12_000 : 6_000;
  const { outcome } = evidence.listened;
  if (outcome.kind !== 'silent' && outcome.kind !== 'hung-up') throw new Error('a row of silence');
  expect(explore(outcome, { evidence, isListening: false, elapsedMs }, plan)).toMatchObject(expected);
});
