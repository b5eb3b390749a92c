import type { Bytes } from '../model/bytes.ts';
import type { Certificate } from '../model/transcript.ts';

/** Stops what was scheduled. Calling it twice, or late, does nothing. */
export type Cancel = () => void;

/** What happened on a connection, as it happens. The edge records; it never judges. */
export interface Listener {
  opened(): void;
  received(bytes: Bytes): void;
  /** The TLS server showed itself. Only on a connection that was made with `tls`. */
  secured(peer: { protocol: string; alpn: string | null; certificate: Certificate | null }): void;
  /** The peer sent FIN. Our side is still open. */
  ended(): void;
  /** The last call, where it comes: the connection is gone. */
  failed(error: { code: string; syscall: string | null; local: boolean }): void;
}

/** Our end of a connection. */
export interface Wire {
  send(bytes: Bytes): void;
  /** Sends FIN; what the peer still says is read and dropped: the listener hears nothing more. */
  finish(): void;
  /** Ends it at once. After this the listener hears nothing more. */
  destroy(): void;
}

export interface Dial {
  readonly address: string;
  readonly port: number;
  /** Makes the connection a TLS client that offers these application protocols and sends no certificate. What is inside is sent and heard. */
  readonly tls?: { readonly offer: readonly string[]; readonly serverName?: string };
}

export type Resolution =
  | { readonly kind: 'resolved'; readonly addresses: readonly string[] }
  | { readonly kind: 'unresolved'; readonly code: string };

/**
 * All that is not deterministic, behind one port. Two implementations: node.ts (real) and lab/simulate.ts (a virtual clock).
 *
 * Contract: `connect` never calls its listener before it has returned, nor after `destroy`; `opened` comes first and once, unless
 * the connection failed; nothing follows `failed`. A `local` failure is ours (no descriptor, no port left) and says nothing about
 * the peer. A reset right after accept is `opened` and then `failed`, whatever the operating system calls it.
 */
export interface World {
  /** Milliseconds on a monotonic clock. */
  now(): number;
  after(delayMs: number, callback: () => void): Cancel;
  resolve(host: string): Promise<Resolution>;
  connect(dial: Dial, listener: Listener): Wire;
  /** The most that callbacks came late since that moment: what was timed meanwhile is uncertain by as much. */
  lagSince(sinceMs: number): number;
}
