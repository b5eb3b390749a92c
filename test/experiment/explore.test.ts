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
])('%s', (_name, port, transcripts, expected) => {
  const options = { ...DEFAULT_OPTIONS, identify: false };
  const plan = planner(
    options,
    CATALOGUE,
  )({ input: 'it', host: 'it', address: '10.0.0.7', port, expectedProtocol: null });
  const evidence = gather(transcripts, read);
  const { outcome } = evidence.listened;
  if (outcome.kind !== 'silent' && outcome.kind !== 'hung-up') throw new Error('a row of silence');
  expect(explore(outcome, { evidence, isListening: false, elapsedMs: 6_000 }, plan)).toMatchObject(expected);
});
