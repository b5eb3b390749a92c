import { expect, it } from 'vitest';
import { brief } from '../../src/report/brief.ts';
import { FINDINGS, finding, JUDGEMENTS } from './samples.ts';

it.each(FINDINGS.map(({ verdict }) => [verdict.kind, verdict] as const))('%s is told in few words', (_, verdict) => {
  expect(brief(verdict)).toMatch(/^[\x20-\x7e]{3,25}$/);
});

it.each([
  ['stalled', {}, 'nudge frees it'],
  ['delayed', {}, 'held 5.0 s'],
  ['misdeclared', {}, 'proxied as HTTP'],
  ['misdeclared', { actual: 'http', proxyStatus: null }, 'http answers'],
  ['misdeclared', { expected: 'mysql', proxyStatus: null }, 'not mysql'],
  ['refused', { by: 'server' }, 'turned away'],
  ['unresolved', { code: 'EAI_AGAIN' }, 'EAI_AGAIN'],
  ['unreachable', { code: '\u001b' }, '\\x1b'],
  ['slow', { reason: 'late-once' }, 'late once'],
] as const)('%s %j', (kind, change, words) => {
  const { verdict } = finding(kind, 'db', {});
  expect(brief({ ...verdict, ...JUDGEMENTS[kind], ...change } as typeof verdict)).toBe(words);
});
