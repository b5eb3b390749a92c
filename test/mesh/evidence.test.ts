import { expect, it } from 'vitest';
import { evidenceOf } from '../../src/mesh/evidence.ts';
import { OFFERS } from '../../src/mesh/offers.ts';
import { handshake, nudged } from './handshakes.ts';

it('sorts what came by what was offered', () => {
  const [any, tcp, none, kuma] = OFFERS;
  const transcripts = [
    handshake(kuma, 'fin'),
    handshake(none, 'reset'),
    handshake(tcp, 'silence'),
    handshake(any, 'alert'),
  ];
  expect(evidenceOf([...transcripts, nudged('220 hi\r\n')])).toEqual({
    any: { kind: 'answered' },
    tcp: { kind: 'silent' },
    none: { kind: 'reset' },
    kuma: { kind: 'closed' },
    plain: 'words',
  });
});

it('knows what was not asked', () => {
  expect(evidenceOf([])).toEqual({ any: null, tcp: null, none: null, kuma: null, plain: 'nothing' });
});
