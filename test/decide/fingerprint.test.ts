import { expect, test } from 'vitest';
import { fingerprint } from '../../src/decide/fingerprint.ts';
import { CATALOGUE, SMTP } from './write.ts';

const NO_HINT = { port: 1, expectedProtocol: null };

test.each([
  ['220 mail ESMTP Postfix\r\n', 'greeting', 'smtp', 'Postfix'],
  ['421 too busy\r\n', 'refusal', 'smtp', null],
  ['554 SMTP synchronization error\r\n', 'scolding', 'smtp', null],
  ['J\0\0\0\x0a8.0.36\0', 'greeting', 'mysql', '8.0.36'],
  ['J\0\0\0\xffHost is blocked', 'refusal', 'mysql', null],
  ['HTTP/1.1 200 OK\r\n', 'answer', 'http', null],
  ['-DENIED Redis is running in protected mode', 'refusal', 'redis', null],
])('%j is a %s of %s', (bytes, kind, name, version) => {
  expect(fingerprint(bytes, CATALOGUE, NO_HINT)).toMatchObject({ kind, probe: { name }, version });
});

test.each(['', 'welcome', ' 220 mail ESMTP Postfix', '\0'])('%j is unknown', (bytes) => {
  expect(fingerprint(bytes, CATALOGUE, NO_HINT)).toEqual({ kind: 'unknown' });
});

const LMTP = { ...SMTP, name: 'lmtp', ports: [24], greetings: [/^220 /] };

test('a protocol yields to those it names', () => {
  const catalogue = [{ ...LMTP, yieldsTo: ['smtp'] }, SMTP];
  expect(fingerprint('220 mail ESMTP Postfix', catalogue, NO_HINT)).toMatchObject({ probe: { name: 'smtp' } });
});

test.each([
  [{ port: 24, expectedProtocol: null }, 'lmtp'],
  [{ port: 25, expectedProtocol: null }, 'smtp'],
  [{ port: 25, expectedProtocol: 'lmtp' }, 'lmtp'],
])('%o breaks a tie for %s', (hint, name) => {
  expect(fingerprint('220 mail ESMTP Postfix', [LMTP, SMTP], hint)).toMatchObject({ probe: { name } });
});

test('a port alone matches nothing', () => {
  expect(fingerprint('hello', CATALOGUE, { port: 25, expectedProtocol: 'smtp' })).toEqual({ kind: 'unknown' });
});
