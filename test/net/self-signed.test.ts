import { X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { selfSigned } from '../../src/net/self-signed.ts';

it.each([
  ['a name', { commonName: 'mail.example', uris: [] }, 'CN=mail.example', undefined],
  ['no name, and an identity', { commonName: null, uris: ['spiffe://a/b'] }, '', 'URI:spiffe://a/b'],
])('is a certificate that Node reads: %s', (_name, wanted, subject, names) => {
  const certificate = new X509Certificate(selfSigned(wanted).cert);
  expect(certificate.subject ?? '').toBe(subject);
  expect(certificate.subjectAltName || undefined).toBe(names);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
});

it('has a key of its own each time', () => {
  const wanted = { commonName: 'a', uris: [] };
  expect(selfSigned(wanted).key).not.toBe(selfSigned(wanted).key);
});
