import { expect, it } from 'vitest';
import { PROBES } from '../../probes/index.ts';
import { aliasOf, schemeNamed } from '../../src/targets/scheme.ts';
import { CATALOGUE } from './catalogue.ts';

it.each([
  ['mysql', { protocol: 'mysql', port: 3306 }],
  ['SMTP', { protocol: 'smtp', port: 25 }],
  ['mariadb', { protocol: 'mysql', port: 3306 }],
  ['smtps', { protocol: 'smtps', port: 465 }],
  ['SUBMISSIONS', { protocol: 'submissions', port: 465 }],
  ['ssl', { protocol: 'tls', port: 443 }],
  ['submission', { protocol: 'smtp', port: 587 }],
  ['tcp', { protocol: null, port: null }],
])('%s', (scheme, expected) => {
  expect(schemeNamed(scheme, CATALOGUE)).toEqual(expected);
});

it.each(['', 'toString', 'mongo', '__proto__'])('refuses "%s"', (scheme) => {
  expect(() => schemeNamed(scheme, CATALOGUE)).toThrow('is not a protocol of the catalogue');
});

it.each([
  ['etcd', { protocol: 'http', port: 2379 }],
  ['docker', { protocol: 'http', port: 2375 }],
  ['ipp', { protocol: 'http', port: 631 }],
  ['wss', { protocol: 'https', port: 443 }],
  ['grpc', { protocol: 'http2', port: 50_051 }],
  ['radsec', { protocol: 'tls', port: 2083 }],
  ['nfs', { protocol: 'rpc', port: 2049 }],
])('%s is what carries it', (scheme, expected) => {
  expect(schemeNamed(scheme, PROBES)).toEqual(expected);
});

it('gives a protocol of the user its name, whatever else is called so', () => {
  const [probe] = CATALOGUE;
  const own = probe ? [{ ...probe, name: 'mariadb', ports: [7] }, ...CATALOGUE] : [];
  expect(schemeNamed('mariadb', own)).toEqual({ protocol: 'mariadb', port: 7 });
});

it.each(['toString', '__proto__', 'smtp'])('"%s" stands for itself', (name) => {
  expect(aliasOf(name)).toEqual({ protocol: name });
});
