import { expect, test } from 'vitest';
import { gather } from '../../src/decide/evidence.ts';
import { weighScolding } from '../../src/decide/weigh-scolding.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import { FREED, gaveUp, heard, NO_ANSWER, nudge, nudgeGot, opened, read, SILENCE, said } from './write.ts';

const SCOLDING = '554 too early\r\n';
const SCOLDED = nudgeGot(SCOLDING);
const FOR_A_LINE = nudge({}, opened(), said(0.5), said(400, 'blank-line'), heard(401, SCOLDING));
const letter = (...events: Transcript['events']) => nudge({ nudge: 'one-letter' }, opened(), said(0.5), ...events);
const record = (...events: Transcript['events']) => nudge({ nudge: 'one-tls-byte' }, opened(), said(0.5), ...events);

test.each<[string, Transcript[], string | undefined]>([
  ['no answer', [NO_ANSWER], undefined],
  ['a greeting', [FREED], undefined],
  ['a scolding for a line', [FOR_A_LINE], undefined],
  ['a scolding', [SCOLDED], 'undecided'],
  ['a late one', [NO_ANSWER, nudge({ nudge: 'quiet-long' }, opened(), said(0.5), heard(1_000, SCOLDING))], 'undecided'],
  ['one, and half of the test', [SCOLDED, letter(gaveUp(500))], 'undecided'],
  ['one for everything', [SCOLDED, letter(heard(1, SCOLDING)), record(heard(1, SCOLDING))], 'unheld'],
  ['none for a letter', [SCOLDED, letter(gaveUp(500)), record(heard(1, SCOLDING))], 'held'],
  ['none for the first byte of a record', [SCOLDED, letter(heard(1, SCOLDING)), record(gaveUp(500))], 'held'],
])('%s', (_name, transcripts, kind) => {
  expect(weighScolding(gather([SILENCE, ...transcripts], read).nudged)?.kind).toBe(kind);
});
