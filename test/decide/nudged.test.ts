import { expect, test } from 'vitest';
import { gather } from '../../src/decide/evidence.ts';
import { legOf, replyTo } from '../../src/decide/nudged.ts';
import { heard, nudge, nudgeGot, opened, read, SILENCE, said } from './write.ts';

const WORDS = 'WELCOME';
const AFTER_BLANK_LINE = nudge({}, opened(), said(0.5), said(400, 'blank-line'), heard(401, WORDS));
const LETTER = nudge({ nudge: 'one-letter' }, opened(), said(0.5), heard(1, WORDS));

test('the connection of a nudge is found by its name', () => {
  const { nudged } = gather([SILENCE, nudgeGot(WORDS), LETTER], read);
  expect(legOf('one-letter', nudged)).toBe(nudged[1]);
  expect(legOf('one-tls-byte', nudged)).toBeUndefined();
});

test.each([
  ['what it brought', [nudgeGot(WORDS)], WORDS],
  ['not what a blank line brought', [AFTER_BLANK_LINE], undefined],
  ['not what another brought', [LETTER], undefined],
  ['not what is of another kind', [nudgeGot('554 no service\r\n')], undefined],
])('the unknown reply to a nudge: %s', (_name, transcripts, bytes) => {
  expect(replyTo('quiet', 'unknown', gather([SILENCE, ...transcripts], read).nudged)?.bytes).toBe(bytes);
});
