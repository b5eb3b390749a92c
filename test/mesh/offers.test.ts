import { describe, expect, it } from 'vitest';
import { type Circumstances, nextOffer, OFFERS } from '../../src/mesh/offers.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import { handshake, KUMA_DATAPLANE, type Met, nudged } from './handshakes.ts';

const [ANY, TCP, NONE, KUMA] = OFFERS;
const PEER: Met = { alpn: 'istio-peer-exchange' };
const H2: Met = { alpn: 'h2' };
const BARE: Met = { alpn: null };

/** All the offers a port is sent that answers like this, in their order. */
function offersTo(
  answer: (offer: readonly string[], index: number) => Met,
  known?: Circumstances,
): (readonly string[])[] {
  const transcripts: Transcript[] = [nudged('')];
  for (let index = 0; index < 50; index += 1) {
    const offer = nextOffer(transcripts, known);
    if (!offer) break;
    transcripts.push(handshake(offer, answer(offer, index)));
  }
  return transcripts.slice(1).map(({ step }) => (step.kind === 'identify' ? step.offer : []));
}

const sidecar =
  (any: Met, tcp: Met, none: Met) =>
  (offer: readonly string[]): Met =>
    offer === ANY ? any : offer === TCP ? tcp : none;

describe('nextOffer', () => {
  it.each<[string, (offer: readonly string[], index: number) => Met, (readonly string[])[]]>([
    ['declared tcp: the first says it all', sidecar(PEER, PEER, BARE), [ANY, NONE]],
    ['auto', sidecar(H2, PEER, BARE), [ANY, TCP, NONE]],
    ['http', sidecar(H2, H2, 'reset'), [ANY, TCP, NONE, NONE, NONE]],
    ['no mesh: one question for both', () => 'app-words', [ANY]],
    ["a server's own TLS", () => 'app-certificate', [ANY]],
    ['a server that waits on', () => 'silence', [ANY]],
    ['closed each time', () => 'fin', [ANY, KUMA]],
    ['reset each time', () => 'reset', [ANY, ANY, ANY, TCP, KUMA]],
    ['refused', () => 'refused', [ANY]],
    ['a reset overtakes the certificate once', (_, index) => (index === 0 ? 'reset' : PEER), [ANY, ANY, NONE]],
    [
      'Kuma permissive',
      (offer) => (offer.includes('kuma') ? { alpn: 'kuma', of: KUMA_DATAPLANE } : 'app-words'),
      [ANY, NONE],
    ],
    ['Kuma strict', () => ({ alpn: null, of: KUMA_DATAPLANE }), [ANY, NONE]],
  ])('%s', (_, answer, offers) => {
    expect(offersTo(answer)).toEqual(offers);
  });

  it.each<[string, (offer: readonly string[]) => Met, boolean, (readonly string[])[]]>([
    ['auto, and plain words got through: the first says enough', sidecar(H2, PEER, BARE), true, [ANY]],
    ['declared tcp, the same', sidecar(PEER, PEER, BARE), true, [ANY]],
    ['strict: only an offer of nothing tells', sidecar(H2, PEER, BARE), false, [ANY, NONE]],
    ['no mesh', () => 'app-words', false, [ANY]],
    ['a reset overtakes the certificate', () => 'reset', false, [ANY, ANY, ANY, KUMA]],
  ])('is sparing with a server that counts: %s', (_, answer, isPlainHeard, offers) => {
    expect(offersTo(answer, { isCounted: true, isPlainHeard })).toEqual(offers);
  });

  it('keeps to its budget whatever happens', () => {
    expect(offersTo((offer) => (offer === NONE ? 'reset' : H2)).length).toBeLessThanOrEqual(8);
  });
});
