import type { Transcript } from '../model/transcript.ts';
import { type HandshakeOutcome, handshakesOf, learnedWith } from './handshake.ts';
import { OFFERS } from './offers.ts';
import { type PlainWords, plainWordsOf } from './plain-words.ts';

/** What each ClientHello brought (null: not sent), and what the same port said to plain bytes. */
export interface Evidence {
  /** Offered all of Istio's protocols. */
  readonly any: HandshakeOutcome | null;
  /** Offered Istio's protocol for TCP only. */
  readonly tcp: HandshakeOutcome | null;
  /** Offered nothing, like any other TLS client. */
  readonly none: HandshakeOutcome | null;
  readonly kuma: HandshakeOutcome | null;
  readonly plain: PlainWords;
}

/** All that a mesh's identity may rest on, from all connections to one endpoint. */
export function evidenceOf(transcripts: readonly Transcript[]): Evidence {
  const handshakes = handshakesOf(transcripts);
  const [any, tcp, none, kuma] = OFFERS;
  return {
    any: learnedWith(any, handshakes),
    tcp: learnedWith(tcp, handshakes),
    none: learnedWith(none, handshakes),
    kuma: learnedWith(kuma, handshakes),
    plain: plainWordsOf(transcripts),
  };
}
