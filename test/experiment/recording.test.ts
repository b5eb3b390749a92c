import { expect, test } from 'vitest';
import {
  heardSoFar,
  noteOpened,
  noteReceived,
  noteSent,
  record,
  transcriptOf,
} from '../../src/experiment/recording.ts';

const STEP = { kind: 'listen', waitMs: 1_000 } as const;

function opened() {
  const recording = record(STEP, 100);
  noteOpened(recording, 1);
  return recording;
}

test('a transcript is what happened, and nothing else', () => {
  const recording = opened();
  noteReceived(recording, 2, '220');
  noteSent(recording, 3, 'goodbye', 'QUIT');
  recording.lagMs = 7;
  expect(transcriptOf(recording)).toEqual({
    step: STEP,
    startedAtMs: 100,
    lagMs: 7,
    events: [
      { kind: 'opened', atMs: 1 },
      { kind: 'received', atMs: 2, bytes: '220', byteCount: 3 },
      { kind: 'sent', atMs: 3, purpose: 'goodbye', bytes: 'QUIT' },
    ],
  });
});

test('what came since our last words is fresh', () => {
  const recording = opened();
  noteReceived(recording, 2, 'A');
  noteSent(recording, 3, 'nudge', 'n');
  expect(heardSoFar(recording, 4)).toMatchObject({ bytes: 'A', freshBytes: '', said: ['nudge'], lastSaidMs: 3 });
  noteReceived(recording, 5, 'B');
  expect(heardSoFar(recording, 6)).toMatchObject({
    bytes: 'AB',
    freshBytes: 'B',
    firstByteMs: 2,
    lastByteMs: 5,
    nowMs: 6,
  });
});

test.each([
  ['the opening', null, 9],
  ['our last words', 4, 6],
])('a reply takes its time from %s', (_name, saidMs, replyMs) => {
  const recording = opened();
  if (saidMs !== null) noteSent(recording, saidMs, 'nudge', 'n');
  noteReceived(recording, 10, 'A');
  noteReceived(recording, 50, 'B');
  expect(heardSoFar(recording, 60).replyMs).toBe(replyMs);
});

test('of a flood the first bytes are kept, and all are counted', () => {
  const recording = opened();
  for (let atMs = 2; atMs < 12; atMs += 1) noteReceived(recording, atMs, 'x'.repeat(1_000));
  expect(recording.bytes).toHaveLength(4_096);
  expect(recording.byteCount).toBe(10_000);
  expect(recording.events.at(-1)).toEqual({ kind: 'received', atMs: 11, bytes: '', byteCount: 1_000 });
});

test('after 64 events the pieces are joined, until something else happens', () => {
  const recording = opened();
  for (let index = 0; index < 100; index += 1) noteReceived(recording, index, 'x');
  expect(recording.events).toHaveLength(64);
  expect(recording.events.at(-1)).toEqual({ kind: 'received', atMs: 62, bytes: 'x'.repeat(38), byteCount: 38 });
  noteSent(recording, 200, 'goodbye', 'QUIT');
  noteReceived(recording, 201, 'y');
  expect(recording.events.slice(64)).toMatchObject([{ kind: 'sent' }, { kind: 'received', bytes: 'y' }]);
});
