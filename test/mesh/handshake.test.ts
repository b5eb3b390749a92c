import { describe, expect, it } from 'vitest';
import { handshakesOf, isSameOffer, learnedWith } from '../../src/mesh/handshake.ts';
import { handshake, type Met, nudged, SIDECAR } from './handshakes.ts';

describe('handshakesOf', () => {
  it.each<[string, Met, string]>([
    ['a certificate and an alert', { alpn: 'h2' }, 'certified'],
    ['a certificate and a reset', { alpn: 'h2', end: 'reset' }, 'certified'],
    ["the server's own certificate", 'app-certificate', 'certified'],
    ['words', 'app-words', 'answered'],
    ['an alert', 'alert', 'answered'],
    ['a fin, which TLS calls a reset', 'fin', 'closed'],
    ['a reset', 'reset', 'reset'],
    ['nothing', 'silence', 'silent'],
    ['no connection', 'refused', 'unreached'],
  ])('%s', (_, met, kind) => {
    expect(handshakesOf([handshake(['x'], met)])).toMatchObject([{ offer: ['x'], outcome: { kind } }]);
  });

  it('takes no other connections', () => {
    expect(handshakesOf([nudged('220 hi\r\n')])).toEqual([]);
  });

  it.each([
    ['TLSv1.3', null, true],
    ['TLSv1.2', null, false],
    ['TLSv1.2', 'h2', true],
  ])('%s with ALPN %s: seen %s', (tls, alpn, alpnSeen) => {
    expect(handshakesOf([handshake([], { alpn, tls })])).toMatchObject([
      { outcome: { certificate: SIDECAR, alpnSeen } },
    ]);
  });
});

describe('learnedWith', () => {
  it.each<[Met[], string | undefined]>([
    [[], undefined],
    [['reset', 'reset'], 'reset'],
    [['reset', 'silence'], 'silent'],
    [['fin', 'reset'], 'closed'],
    [['silence', { alpn: null }, 'reset'], 'certified'],
  ])('%j', (mets, kind) => {
    const handshakes = handshakesOf(mets.map((met) => handshake(['x'], met)));
    expect(learnedWith(['x'], handshakes)?.kind).toBe(kind);
    expect(learnedWith(['y'], handshakes)).toBeNull();
  });
});

it.each([
  [[], [], true],
  [['a', 'b'], ['a', 'b'], true],
  [['a', 'b'], ['b', 'a'], false],
  [['a'], ['a', 'b'], false],
])('%j and %j are the same offer: %s', (left, right, same) => {
  expect(isSameOffer(left, right)).toBe(same);
});
