import { describe, expect, it } from 'vitest';
import { certificateOf, namesIn } from '../../src/net/certificate.ts';

describe('namesIn', () => {
  it.each([
    ['', []],
    ['URI:spiffe://a/b', ['spiffe://a/b']],
    ['DNS:x, URI:spiffe://a, IP Address:10.0.0.1, URI:https://b', ['spiffe://a', 'https://b']],
    ['URI:"spiffe://a, URI:spiffe://forged"', ['spiffe://a, URI:spiffe://forged']],
    ['DNS:"x, URI:spiffe://forged", URI:spiffe://true', ['spiffe://true']],
    ['DNS:"x\\", URI:spiffe://forged"', []],
    ['othername:<unsupported>, URI:spiffe://a', ['spiffe://a']],
  ])('%s', (names, uris) => {
    expect(namesIn(names, 'URI')).toEqual(uris);
  });
});

describe('certificateOf', () => {
  const raw = Buffer.of(0);

  it('is none where the server has shown none', () => {
    expect(certificateOf({})).toBeNull();
  });

  it.each([
    ['no subject', { raw }, { subject: '', issuer: '', uris: [], validTo: '', daysLeft: 0 }],
    [
      'several common names',
      { raw, subject: { CN: ['a', 'b'] }, issuer: { CN: 'ca' }, valid_to: 'Jan  1 00:00:00 2040 GMT' },
      { subject: 'a, b', issuer: 'ca', uris: [], validTo: '2040-01-01T00:00:00.000Z', daysLeft: 30 },
    ],
    [
      'a name only among the alternatives, and a date long gone',
      { raw, subjectaltname: 'DNS:mail.example, DNS:other.example', valid_to: 'Nov 30 00:00:00 2039 GMT' },
      { subject: 'mail.example', issuer: '', uris: [], validTo: '2039-11-30T00:00:00.000Z', daysLeft: -2 },
    ],
    [
      'a date nobody can read',
      { raw, valid_to: 'Bad time value' },
      { subject: '', issuer: '', uris: [], validTo: 'Bad time value', daysLeft: 0 },
    ],
  ])('%s', (_name, peer, expected) => {
    expect(certificateOf(peer as never, Date.parse('2039-12-01T12:00:00Z'))).toEqual(expected);
  });
});
