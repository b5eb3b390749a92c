import { expect, test } from 'vitest';
import { gather } from '../../src/decide/evidence.ts';
import { settledAlone } from '../../src/decide/settled-alone.ts';
import type { TranscriptEvent } from '../../src/model/transcript.ts';
import type { Judgement } from '../../src/model/verdict.ts';
import { failed, fin, GREETING, gaveUp, heard, listen, opened, read } from './write.ts';

const LONG = `421 ${'busy '.repeat(100)}\r\n`;

test.each<[string, TranscriptEvent[], Partial<Judgement>]>([
  ['nobody listens', [failed(1, 'ECONNREFUSED')], { kind: 'refused', by: 'network', said: null }],
  ['no route', [failed(1, 'EHOSTUNREACH')], { kind: 'unreachable', code: 'EHOSTUNREACH' }],
  ['never accepted', [gaveUp(3_000)], { kind: 'connect-timeout', waitedMs: 3_000 }],
  ['turned away', [opened(), heard(1, '421 busy\r\n')], { kind: 'refused', by: 'server', said: '421 busy\r\n' }],
  ['turned away at length', [opened(), heard(1, LONG)], { kind: 'refused', said: LONG.slice(0, 200) }],
  ['turned away late', [opened(), heard(5_000, '554 no\r\n')], { kind: 'refused', by: 'server' }],
  ['a known answer to silence', [opened(), heard(5_000, 'HTTP/1.1 408 ')], { kind: 'healthy', answeredTo: 'silence' }],
  [
    'a prompt greeting',
    [opened(), heard(2, GREETING)],
    { kind: 'server-first', confidence: 'certain', firstByteMs: 2 },
  ],
  ['prompt words', [opened(), heard(2, 'WELCOME')], { kind: 'server-first', confidence: 'likely' }],
])('%s settles it', (_name, events, expected) => {
  expect(settledAlone(gather([listen(...events)], read).listened)).toMatchObject(expected);
});

test.each<[string, TranscriptEvent[]]>([
  ['no connection yet', []],
  ['silence', [opened(), gaveUp(6_000)]],
  ['FIN', [opened(), fin(1)]],
  ['RST', [opened(), failed(1)]],
  ['a late greeting', [opened(), heard(1_000, GREETING)]],
])('%s settles nothing', (_name, events) => {
  expect(settledAlone(gather([listen(...events)], read).listened)).toBeNull();
});
