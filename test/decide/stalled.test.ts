import { expect, test } from 'vitest';
import { gather } from '../../src/decide/evidence.ts';
import { heldBack } from '../../src/decide/stalled.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import { gaveUp, heard, nudge, nudgeGot, opened, read, SILENCE, said } from './write.ts';

const SCOLDED = nudgeGot('554 too early\r\n');
const KEPT = [
  nudge({ nudge: 'one-letter' }, opened(), said(0.5), gaveUp(500)),
  nudge({ nudge: 'one-tls-byte' }, opened(), said(0.5), heard(1, '554 too early\r\n')),
];

test.each<[string, number, Transcript[], object | null]>([
  ['nothing shows a proxy', 6_000, [SCOLDED], null],
  [
    'a proxy kept a letter to itself',
    6_000,
    [SCOLDED, ...KEPT],
    { kind: 'stalled', confidence: 'likely', silentMs: 6_000 },
  ],
  ['silence was no longer than the scolding took', 100, [SCOLDED, ...KEPT], null],
])('held back: %s', (_name, silentMs, transcripts, expected) => {
  const judgement = heldBack(silentMs, 'silence', gather([SILENCE, ...transcripts], read));
  if (expected === null) expect(judgement).toBeNull();
  else expect(judgement).toMatchObject(expected);
});
