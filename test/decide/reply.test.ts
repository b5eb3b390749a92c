import { expect, test } from 'vitest';
import type { Spoke } from '../../src/decide/outcome.ts';
import { type Reply, replyOf } from '../../src/decide/reply.ts';
import { GREETING, MYSQL, PROXY_400, read, SMTP } from './write.ts';

const spoke = (bytes: string, more: Partial<Spoke> = {}): Spoke => ({
  kind: 'spoke',
  openedMs: 0,
  firstByteMs: 1,
  sinceSpokenToMs: 1,
  promptedBy: 'nudge',
  bytes,
  laterBytes: '',
  lagMs: 0,
  ...more,
});
const UNPROMPTED = { promptedBy: null };

test.each<[string, Spoke, object]>([
  ['a greeting', spoke(GREETING), { kind: 'greeting', probe: SMTP, version: 'Postfix', turnedAway: false }],
  ['a refusal', spoke('J\0\0\0\xffHost is blocked'), { kind: 'greeting', probe: MYSQL, turnedAway: true }],
  ['a client-first server that says no unasked', spoke('-DENIED', UNPROMPTED), { kind: 'greeting', turnedAway: true }],
  ['or to bytes that ask nothing', spoke('-DENIED'), { kind: 'greeting', turnedAway: true }],
  ['but a no to a question is an answer', spoke('-DENIED', { promptedBy: 'opening' }), { kind: 'answer' }],
  ['a scolding', spoke('554 no\r\n'), { kind: 'scolding', probe: SMTP }],
  ['an answer before the greeting is a scolding too', spoke('502 what?\r\n'), { kind: 'scolding', probe: SMTP }],
  ['an answer', spoke('+PONG\r\n'), { kind: 'answer', probe: { name: 'redis' } }],
  ['a proxy', spoke(PROXY_400), { kind: 'proxy', answer: { status: 400 } }],
  ['the same page with nobody asking', spoke(PROXY_400, UNPROMPTED), { kind: 'answer', probe: { name: 'http' } }],
  ['an echo', spoke('\t\t\t\t'), { kind: 'answer', probe: null }],
  ['the beginning of an echo', spoke('\t'), { kind: 'answer', probe: null }],
  ['an echo of nothing', spoke('\t\t\t\t', UNPROMPTED), { kind: 'unknown' }],
  ['the same words twice', spoke('WELCOME', { laterBytes: 'WELCOME\n' }), { kind: 'answer', probe: null }],
  ['other words the second time', spoke('WELCOME', { laterBytes: 'BYE' }), { kind: 'unknown' }],
  ['a complaint', spoke('Syntax problem'), { kind: 'answer', probe: null }],
  ['a complaint without a cause', spoke('Syntax problem', UNPROMPTED), { kind: 'unknown' }],
  ['half a word is no complaint', spoke('Errand boy'), { kind: 'unknown' }],
  ['a complaint far behind', spoke(`${'-'.repeat(512)} error`), { kind: 'unknown' }],
])('%s', (_name, said, expected) => {
  const reply: Reply = replyOf(said, '\t\t\t\t', read);
  expect(reply).toMatchObject(expected);
});

test('where nothing was said there is nothing to echo', () => {
  expect(replyOf(spoke('WELCOME'), '', read)).toEqual({ kind: 'unknown' });
});
