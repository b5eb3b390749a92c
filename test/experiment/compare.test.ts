import { expect, test } from 'vitest';
import { gather } from '../../src/decide/evidence.ts';
import type { Spoke } from '../../src/decide/outcome.ts';
import { compare } from '../../src/experiment/compare.ts';
import { planner } from '../../src/experiment/plan.ts';
import { DEFAULT_OPTIONS } from '../../src/model/options.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import { CATALOGUE, FREED, heard, listen, opened, read } from '../decide/write.ts';

const plan = planner(
  { ...DEFAULT_OPTIONS, identify: false },
  CATALOGUE,
)({ input: 'it', host: 'it', address: '10.0.0.7', port: 1, expectedProtocol: null });
const greeted = (atMs: number, bytes = '220 mail ESMTP Postfix\r\n') => listen(opened(), heard(atMs, bytes));
const MYSQL_GREETING = 'J\0\0\0\x0a8.0.36\0';

test.each<[string, Transcript[], object]>([
  ['a hiccup is compared', [greeted(100)], { kind: 'connect', steps: [{ kind: 'listen' }, { kind: 'nudge' }] }],
  ['and again', [greeted(100), greeted(101), FREED], { kind: 'connect' }],
  ['twice is enough', [greeted(100), greeted(101), FREED, greeted(101), FREED], { kind: 'done' }],
  ['five seconds are no hiccup: once is enough', [greeted(5_000), greeted(5_001), FREED], { kind: 'done' }],
  ['prompt the second time', [greeted(100), greeted(1), FREED], { kind: 'done' }],
  [
    'who minds junk is spoken to in its own words',
    [greeted(5_000, MYSQL_GREETING)],
    { steps: [{ kind: 'listen' }, { kind: 'ask', protocol: 'mysql' }] },
  ],
])('%s', (_name, transcripts, expected) => {
  const evidence = gather(transcripts, read);
  expect(
    compare(evidence.listened.outcome as Spoke, { evidence, isListening: false, elapsedMs: 0 }, plan),
  ).toMatchObject(expected);
});
