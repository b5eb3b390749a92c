import type { Bytes } from '../model/bytes.ts';
import type { Certificate } from '../model/transcript.ts';
import type { Cancel } from '../net/world.ts';
import type { Peer, Playable } from './peer.ts';

/** The server's end of one connection: all that a played peer can do. Once it has ended, every call does nothing. */
export interface Side {
  now(): number;
  /** The callback is dropped when the connection is over. */
  after(delayMs: number, callback: () => void): Cancel;
  send(bytes: Bytes): void;
  finish(): void;
  reset(): void;
  /** Answers a TLS handshake. */
  secure(peer: Secured): void;
}

/** What a TLS server shows of itself, and how it goes on when no certificate comes back. */
export interface Secured {
  readonly protocol: string;
  readonly alpn: string | null;
  readonly certificate: Certificate;
  /** `inside`: the connection goes on, and what is sent and received from here on is inside TLS. */
  readonly next: 'alert' | 'reset' | 'nothing' | 'inside';
}

/** A peer at work: what the client does is told to it. */
export interface Actor {
  received(bytes: Bytes): void;
  /** The client sent FIN. */
  ended(): void;
}

/** How a proxy lets the app behind it play. */
export type PlayApp = (app: Playable, side: Side) => Actor;

/** What an endpoint remembers from one connection to the next. */
export interface Memory {
  readonly visits: Map<Peer, number>;
  /** Connections that the program itself has seen. */
  served: number;
}
