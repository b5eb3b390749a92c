import type { Transcript } from '../model/transcript.ts';
import { type Handshake, type HandshakeOutcome, handshakesOf, isSameOffer, learnedWith } from './handshake.ts';
import { ISTIO } from './istio.ts';
import { KUMA } from './kuma.ts';

/**
 * The ClientHellos, in the order that touches the server least. Measured with Istio-shaped listeners of Envoy 1.40:
 * the first is answered by the sidecar's HTTP chain wherever it sniffs for one, and the server is not even connected to;
 * the second opens the server's connection but sends it nothing; without ALPN a permissive sidecar hands the bytes over.
 * Kuma's name stands at the end of the first: a proxy takes the first that it knows, so one handshake rules out both meshes.
 */
export const OFFERS = [
  [...ISTIO.offers[0], ...KUMA.offers[0]],
  ISTIO.offers[1],
  ISTIO.offers[2],
  KUMA.offers[0],
] as const;

/** A reset can overtake the certificate (2 to 23 % in front of a dead server, measured): one reset proves nothing. */
const TRIES_MAX = 3;

/** Each handshake may count as an aborted connection at the server: MySQL blocks a host after 100 (max_connect_errors). */
const HANDSHAKES_MAX = 8;

/** What the port is known for, beside its handshakes. */
export interface Circumstances {
  /** The server counts connections that are broken off against our address: no more of them than it takes. */
  readonly isCounted: boolean;
  /** Plain bytes got words of the server: no strict sidecar. */
  readonly isPlainHeard: boolean;
}

const NOTHING_KNOWN: Circumstances = { isCounted: false, isPlainHeard: false };

/** The next ClientHello to send, or null when the last word is said. Other connections among the transcripts are no matter. */
export function nextOffer(
  transcripts: readonly Transcript[],
  known: Circumstances = NOTHING_KNOWN,
): readonly string[] | null {
  const handshakes = handshakesOf(transcripts);
  if (handshakes.length >= HANDSHAKES_MAX) return null;
  if (handshakes.some(({ outcome }) => outcome.kind === 'unreached')) return null;
  const learned = OFFERS.map((offer) => learnedWith(offer, handshakes));
  const isShown = learned.some(isOfMesh);
  for (const [index, offer] of OFFERS.entries()) {
    const triesMax = index === 0 || isShown ? TRIES_MAX : 1;
    if (isWanted(index, learned, known) && !isExhausted(offer, handshakes, triesMax)) return offer;
  }
  return null;
}

/** Which questions are still open, by their place in OFFERS. */
function isWanted(
  index: number,
  [any, tcp, none, kuma]: readonly (HandshakeOutcome | null | undefined)[],
  { isCounted, isPlainHeard }: Circumstances,
): boolean {
  switch (index) {
    case 0:
      return true;
    // Only what the first left open: h2 is the answer of an automatic, an HTTP and a silenced port alike.
    case 1:
      if (isCounted) return false;
      return any?.kind === 'reset' || (isOfMesh(any) && any?.kind === 'certified' && any.alpn === 'h2');
    // Tells strict from permissive. Where no mesh has shown itself it would only be one more word to the server.
    case 2:
      if (isCounted && isPlainHeard) return false;
      return isOfMesh(any) || isOfMesh(tcp) || (isOfMesh(kuma) && !isPassedOn(any));
    default:
      return ![any, tcp, none].some(isOfMesh) && !isPassedOn(any);
  }
}

function isOfMesh(outcome: HandshakeOutcome | null | undefined): boolean {
  return outcome?.kind === 'certified' && outcome.certificate.uris.some((uri) => uri.startsWith('spiffe://'));
}

/** The ClientHello met somebody who is no mesh proxy: the server behind it. */
function isPassedOn(outcome: HandshakeOutcome | null | undefined): boolean {
  return (
    outcome?.kind === 'answered' || outcome?.kind === 'silent' || (outcome?.kind === 'certified' && !isOfMesh(outcome))
  );
}

function isExhausted(offer: readonly string[], handshakes: readonly Handshake[], triesMax: number): boolean {
  const tries = handshakes.filter((handshake) => isSameOffer(handshake.offer, offer));
  return tries.some(({ outcome }) => outcome.kind !== 'reset') || tries.length >= triesMax;
}
