import { expect, test } from 'vitest';
import { gather } from '../../src/decide/evidence.ts';
import { type Comparison, compareLate } from '../../src/decide/lateness.ts';
import { outcomeOf, type Spoke } from '../../src/decide/outcome.ts';
import { isPrompt, latenessOf, silenceOf } from '../../src/decide/promptness.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import {
  askGot,
  FREED,
  FREED_LATER,
  GREETING,
  heard,
  LATE,
  listen,
  NO_ANSWER,
  nudge,
  nudgeGot,
  opened,
  read,
  transcript,
} from './write.ts';

function spoken(openedMs: number, firstByteMs: number, lagMs = 0): Spoke {
  const events = [opened(openedMs), heard(firstByteMs, GREETING)];
  return outcomeOf(transcript({ kind: 'listen', waitMs: 6_000 }, events, lagMs)) as Spoke;
}

test.each([
  ['at once', spoken(0, 10), 10, true],
  ['one more round trip is distance', spoken(200, 420), 20, true],
  ['no distance is that far', spoken(1_000, 1_400), 100, false],
  ['our own lag is no distance', spoken(200, 420, 150), 170, false],
  ['nor less than none', spoken(10, 50, 30), 40, true],
  ['just soon enough', spoken(0, 74), 74, true],
  ['just too late', spoken(0, 75), 75, false],
])('%s', (_name, spoke, latenessMs, prompt) => {
  expect(latenessOf(spoke)).toBe(latenessMs);
  expect(isPrompt(spoke)).toBe(prompt);
});

const again = (firstByteMs: number) => listen(opened(), heard(firstByteMs, GREETING));
const SCOLDED = nudgeGot('554 no service\r\n');

test.each<[string, Transcript[], Comparison['kind']]>([
  ['a nudge frees it', [FREED], 'held'],
  ['a nudge frees it each time', [FREED, LATE, FREED], 'held'],
  ['an opening frees it', [askGot('mysql', GREETING)], 'held'],
  ['a nudge gains too little', [nudgeGot(GREETING, 945)], 'late-either-way'],
  ['a nudge gains just enough', [nudgeGot(GREETING, 935)], 'held'],
  ['times that scatter as much as a nudge gains', [nudgeGot(GREETING, 500), again(1_400)], 'late-either-way'],
  ['nothing was said', [LATE], 'late-either-way'],
  ['words without an answer compare nothing', [NO_ANSWER], 'late-either-way'],
  ['prompt the second time', [FREED, again(1)], 'late-once'],
  ['greeted before we spoke', [FREED, nudge({ afterMs: 300 }, opened(), heard(1, GREETING))], 'late-once'],
  ['what came after a pause is no measure of time', [FREED_LATER], 'late-either-way'],
  ['turned away for talking', [SCOLDED], 'punishes-early-talk'],
  ['refused for talking', [nudgeGot('421 go away\r\n')], 'punishes-early-talk'],
  ['other words than silence got', [nudgeGot('WELCOME')], 'punishes-early-talk'],
  ['turned away once, greeted once', [SCOLDED, FREED], 'held'],
])('%s', (_name, transcripts, kind) => {
  const evidence = gather([LATE, ...transcripts], read);
  expect(compareLate(evidence.listened.outcome as Spoke, evidence).kind).toBe(kind);
});

test('the timeout is what the quickest silence took longer than the quickest nudge', () => {
  const evidence = gather([LATE, FREED, again(1_010.4), nudgeGot(GREETING, 11.4)], read);
  const { kind, ...times } = compareLate(evidence.listened.outcome as Spoke, evidence);
  expect(kind).toBe('held');
  expect(times).toEqual({ silentMs: 1_000.1, nudgedMs: 1.1, detectionTimeoutMs: 999 });
});

test('silence counts from the opening', () => {
  expect(silenceOf({ kind: 'silent', openedMs: 200, atMs: 6_200 })).toBe(6_000);
});
