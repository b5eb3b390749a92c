import type { Bytes } from './bytes.ts';

/** One connection to make, and how long it may wait for an answer. */
export type Step =
  /** Connects and says nothing. */
  | { readonly kind: 'listen'; readonly waitMs: number }
  /** Stays silent for `afterMs`, then sends a nudge; later a blank line too, if told so and nothing known came. */
  | {
      readonly kind: 'nudge';
      readonly nudge: NudgeName;
      readonly afterMs: number;
      readonly waitMs: number;
      readonly blankLine: boolean;
    }
  /** Stays silent for `afterMs`, then sends a protocol's own opening. */
  | { readonly kind: 'ask'; readonly protocol: string; readonly afterMs: number; readonly waitMs: number }
  /** Sends a TLS ClientHello that offers these application protocols. */
  | { readonly kind: 'identify'; readonly offer: readonly string[]; readonly waitMs: number }
  /** Makes a TLS handshake as the server's own clients do, is silent inside for `afterMs`, then sends that protocol's opening there. */
  | {
      readonly kind: 'inside';
      readonly offer: readonly string[];
      /** Null where nothing is asked: only a greeting is waited for. */
      readonly protocol: string | null;
      readonly afterMs: number;
      readonly waitMs: number;
    };

/** The nudges there are; their bytes are in experiment/nudges.ts. */
export type NudgeName = 'quiet' | 'quiet-tabs' | 'quiet-long' | 'one-letter' | 'one-tls-byte';

/** Why we sent something. */
export type Purpose = 'nudge' | 'blank-line' | 'opening' | 'goodbye';

/** The certificate a TLS server showed: only what a verdict can rest on. */
export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  /** URI subject alternative names, such as `spiffe://cluster.local/ns/db/sa/mysql`. */
  readonly uris: readonly string[];
  readonly validTo: string;
  /** Whole days from when it was shown until it expires; below zero, it had. */
  readonly daysLeft: number;
}

/** What one connection saw. `atMs` counts from the connect call on a monotonic clock. */
export type TranscriptEvent =
  | { readonly kind: 'opened'; readonly atMs: number }
  | { readonly kind: 'sent'; readonly atMs: number; readonly purpose: Purpose; readonly bytes: Bytes }
  /** `bytes` is kept up to a bound, `byteCount` is the truth. */
  | { readonly kind: 'received'; readonly atMs: number; readonly bytes: Bytes; readonly byteCount: number }
  /** The TLS handshake got as far as the server's certificate. */
  | {
      readonly kind: 'secured';
      readonly atMs: number;
      readonly protocol: string;
      readonly alpn: string | null;
      readonly certificate: Certificate | null;
    }
  /** The peer sent FIN. */
  | { readonly kind: 'ended'; readonly atMs: number }
  | { readonly kind: 'failed'; readonly atMs: number; readonly code: string; readonly syscall: string | null }
  /** We stopped waiting. */
  | { readonly kind: 'gave-up'; readonly atMs: number };

/** One connection, from the connect call to its end. */
export interface Transcript {
  readonly step: Step;
  readonly events: readonly TranscriptEvent[];
  /** When the connect call was made, on the clock of the run: orders the legs of one endpoint. */
  readonly startedAtMs: number;
  /** The most that our own event loop was late meanwhile: a time below this proves nothing. */
  readonly lagMs: number;
}
