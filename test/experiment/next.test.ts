import { expect, test } from 'vitest';
import { gather } from '../../src/decide/evidence.ts';
import { identify, whenHeard } from '../../src/experiment/next.ts';
import { planner } from '../../src/experiment/plan.ts';
import { DEFAULT_OPTIONS } from '../../src/model/options.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import { CATALOGUE, FREED, fin, gaveUp, listen, nudge, opened, read, SILENCE, said } from '../decide/write.ts';

const NO_ANSWER = nudge({}, opened(), said(0.5), gaveUp(700));
const endpoint = { input: 'it', host: 'it', address: '10.0.0.7', port: 1, expectedProtocol: null };

test.each<[string, Transcript[], boolean, string]>([
  ['a freed greeting', [SILENCE, FREED], true, 'connect'],
  ['an unexplained close', [listen(opened(), fin(1)), NO_ANSWER], true, 'connect'],
  ['nothing but silence', [SILENCE, NO_ANSWER], true, 'done'],
  ['a freed greeting, and no handshakes allowed', [SILENCE, FREED], false, 'done'],
])('identifies or not: %s', (_name, transcripts, allowed, kind) => {
  const plan = planner({ ...DEFAULT_OPTIONS, identify: allowed }, CATALOGUE)(endpoint);
  const standing = { evidence: gather(transcripts, read), isListening: false, elapsedMs: 6_000 };
  expect(identify(standing, plan).kind).toBe(kind);
});

test('the silent connection is heard to its end', () => {
  const evidence = gather([SILENCE], read);
  expect(whenHeard({ evidence, isListening: true, elapsedMs: 0 })).toEqual({ kind: 'listen-on', untilMs: null });
  expect(whenHeard({ evidence, isListening: false, elapsedMs: 0 })).toEqual({ kind: 'done' });
});
