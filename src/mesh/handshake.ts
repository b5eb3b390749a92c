import type { Certificate, Transcript } from '../model/transcript.ts';

/** One TLS handshake, boiled down to what an identity can rest on. */
export interface Handshake {
  readonly offer: readonly string[];
  readonly outcome: HandshakeOutcome;
}

/**
 * `certified`: a certificate came, whatever came after it: an alert "certificate required", a FIN, a reset or nothing.
 * `answered`: the peer said something that is no certificate. `closed`: FIN without a byte. `silent`: it kept waiting.
 */
export type HandshakeOutcome =
  | {
      readonly kind: 'certified';
      readonly certificate: Certificate;
      readonly alpn: string | null;
      /** False where the handshake was too short for the negotiated ALPN to be read: null then means "not seen". */
      readonly alpnSeen: boolean;
    }
  | { readonly kind: 'answered' | 'closed' | 'reset' | 'silent' | 'unreached' };

/** The TLS handshakes among the connections that were made, in the order they were made. */
export function handshakesOf(transcripts: readonly Transcript[]): Handshake[] {
  const handshakes: Handshake[] = [];
  for (const transcript of transcripts) {
    if (transcript.step.kind === 'identify') {
      handshakes.push({ offer: transcript.step.offer, outcome: outcomeOf(transcript) });
    }
  }
  return handshakes;
}

/** What was learned with this offer: a certificate wherever one came, else the last thing that happened. */
export function learnedWith(offer: readonly string[], handshakes: readonly Handshake[]): HandshakeOutcome | null {
  const tries = handshakes.filter((handshake) => isSameOffer(handshake.offer, offer)).map(({ outcome }) => outcome);
  return (
    tries.find(({ kind }) => kind === 'certified') ?? tries.find(({ kind }) => kind !== 'reset') ?? tries.at(-1) ?? null
  );
}

/** Two ClientHellos ask the same question when they offer the same in the same order. */
export function isSameOffer(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((protocol, index) => protocol === right[index]);
}

function outcomeOf({ events }: Transcript): HandshakeOutcome {
  let spoken = false;
  for (const event of events) {
    if (event.kind === 'secured' && event.certificate) {
      // Under TLS 1.2 a refused handshake may end before the ALPN can be read; TLS 1.3 has it in hand with the certificate.
      const alpnSeen = event.alpn !== null || event.protocol === 'TLSv1.3';
      return { kind: 'certified', certificate: event.certificate, alpn: event.alpn, alpnSeen };
    }
    if (event.kind === 'secured' || event.kind === 'received') spoken = true;
  }
  if (spoken) return { kind: 'answered' };
  return { kind: endOf(events) };
}

/** How a handshake without a byte of an answer ended. */
function endOf(events: Transcript['events']): 'answered' | 'closed' | 'reset' | 'silent' | 'unreached' {
  if (!events.some(({ kind }) => kind === 'opened')) return 'unreached';
  for (const event of events) {
    // A FIN first: Node reports the TLS layer's disappointment at it as ECONNRESET right after.
    if (event.kind === 'ended') return 'closed';
    if (event.kind === 'failed') return RESETS.has(event.code) ? 'reset' : 'answered';
  }
  return 'silent';
}

/** What the operating system calls a reset, by the moment it is noticed. Any other code is TLS not liking what it read. */
const RESETS: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED']);
