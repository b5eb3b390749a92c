import { expect, it } from 'vitest';
import { schemeNamed } from '../../src/targets/scheme.ts';
import { CATALOGUE } from './catalogue.ts';

it.each([
  ['mysql', { protocol: 'mysql', port: 3306 }],
  ['SMTP', { protocol: 'smtp', port: 25 }],
  ['mariadb', { protocol: 'mysql', port: 3306 }],
  ['smtps', { protocol: 'smtps', port: 465 }],
  ['SUBMISSIONS', { protocol: 'submissions', port: 465 }],
  ['ssl', { protocol: 'tls', port: 443 }],
  ['tcp', { protocol: null, port: null }],
])('%s', (scheme, expected) => {
  expect(schemeNamed(scheme, CATALOGUE)).toEqual(expected);
});

it.each(['', 'toString', 'mongo', '__proto__'])('refuses "%s"', (scheme) => {
  expect(() => schemeNamed(scheme, CATALOGUE)).toThrow('is not a protocol of the catalogue');
});
