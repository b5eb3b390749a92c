import { expect, test } from 'vitest';
import { gather } from '../../src/decide/evidence.ts';
import {
  askGot,
  FREED,
  fin,
  GREETING,
  heard,
  LATE,
  listen,
  NO_ANSWER,
  nudgeGot,
  opened,
  read,
  SILENCE,
  SMTP,
  transcript,
} from './write.ts';

const IDENTIFIED = transcript({ kind: 'identify', offer: ['h2'], waitMs: 1_000 }, [opened(), fin(1)]);

test('sorts connections by what they asked, each kind in its order', () => {
  const { listened, again, nudged, asked, identified } = gather(
    [SILENCE, askGot('http', 'A'), FREED, IDENTIFIED, LATE, NO_ANSWER, askGot('redis', 'B')],
    read,
  );
  expect(listened.outcome.kind).toBe('silent');
  expect(again.map(({ outcome }) => outcome.kind)).toEqual(['spoke']);
  expect(nudged.map(({ outcome }) => outcome.kind)).toEqual(['spoke', 'silent']);
  expect(asked.map(({ step }) => step.protocol)).toEqual(['http', 'redis']);
  expect(identified).toEqual([IDENTIFIED]);
});

test.each([
  ['a greeting', listen(opened(), heard(1, GREETING)), { kind: 'greeting', probe: SMTP, version: 'Postfix' }],
  ['nothing', SILENCE, null],
  ['a close', listen(opened(), fin(1)), null],
])('reads %s', (_name, heardThere, reply) => {
  const { listened } = gather([heardThere], read);
  if (reply === null) expect(listened.reply).toBeNull();
  else expect(listened.reply).toMatchObject(reply);
});

test.each([
  ['what was said there is an echo', '    ', 'answer'],
  ['other words are not', 'WELCOME', 'unknown'],
])('%s', (_name, bytes, kind) => {
  expect(gather([SILENCE, nudgeGot(bytes)], read).nudged[0]?.reply?.kind).toBe(kind);
});

test('without a silent connection there is nothing to compare with', () => {
  expect(() => gather([FREED], read)).toThrow('no silent connection');
});
