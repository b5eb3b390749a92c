import { expect, test } from 'vitest';
import { holdToWord } from '../../src/decide/misdeclared.ts';
import type { Protocol } from '../../src/model/finding.ts';
import type { Probe } from '../../src/model/probe.ts';
import type { Judgement } from '../../src/model/verdict.ts';
import { HTTP, MYSQL, SMTP } from './write.ts';

const GREETED: Judgement = { kind: 'server-first', confidence: 'certain', firstByteMs: 1 };
const SLOW: Judgement = { kind: 'slow', confidence: 'likely', firstByteMs: 900, reason: 'late-either-way' };
const ANSWERED: Judgement = { kind: 'healthy', confidence: 'certain', answeredTo: 'opening' };
const MUTE: Judgement = { kind: 'mute', confidence: 'certain', silentMs: 6_000 };
const named = ({ name, speaksFirst }: Probe): Protocol => ({ name, version: null, speaksFirst });

test.each<[string, Judgement, Protocol | null, Probe, object]>([
  ['another greeting', GREETED, named(SMTP), MYSQL, { confidence: 'certain', expected: 'mysql', actual: 'smtp' }],
  ['another greeting, late', SLOW, named(SMTP), MYSQL, { confidence: 'certain', actual: 'smtp' }],
  ['another answer', ANSWERED, named(HTTP), SMTP, { confidence: 'certain', expected: 'smtp', actual: 'http' }],
  ['unknown words out of turn', GREETED, null, HTTP, { confidence: 'likely', expected: 'http', actual: null }],
  ['an unknown answer where a greeting was due', ANSWERED, null, SMTP, { confidence: 'likely', actual: null }],
])('%s is not what was named', (_name, judgement, protocol, expected, told) => {
  expect(holdToWord(judgement, protocol, expected)).toMatchObject({ kind: 'misdeclared', proxyStatus: null, ...told });
});

test.each<[string, Judgement, Protocol | null, Probe | null]>([
  ['nothing was named', GREETED, named(SMTP), null],
  ['the right one', GREETED, named(SMTP), SMTP],
  ['an unknown one that could be the one', SLOW, null, MYSQL],
  ['worse things than a wrong name', MUTE, named(HTTP), SMTP],
])('%s leaves the verdict as it is', (_name, judgement, protocol, expected) => {
  expect(holdToWord(judgement, protocol, expected)).toBe(judgement);
});
