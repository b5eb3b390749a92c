import { expect, it } from 'vitest';
import { brief } from '../../src/report/brief.ts';
import { FINDINGS, finding, JUDGEMENTS } from './samples.ts';

it.each(FINDINGS.map((each) => [each.verdict.kind, each] as const))('%s is told in few words', (_, each) => {
  expect(brief(each)).toMatch(/^[\x20-\x7e]{3,25}$/);
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
  expect(brief({ verdict: { ...verdict, ...JUDGEMENTS[kind], ...change } as typeof verdict, tls: null })).toBe(words);
});

it.each([
  ['healthy', 400, 'client-first'],
  ['healthy', 14, 'client-first'],
  ['healthy', 13, 'TLS ends in 13 d'],
  ['healthy', -1, 'TLS has expired'],
  ['misdeclared', -1, 'proxied as HTTP'],
] as const)('%s with a certificate for %d more days', (kind, daysLeft, words) => {
  const certificate = { subject: 'mail.example', issuer: '', uris: [], validTo: '2027-01-01', daysLeft };
  expect(brief(finding(kind, 'db', { tls: { version: 'TLSv1.3', alpn: null, certificate } }))).toBe(words);
});
