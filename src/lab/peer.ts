import type { Bytes } from '../model/bytes.ts';
import type { Certificate } from '../model/transcript.ts';
import type { Inspector } from './inspectors.ts';

/** Anything that can be dialled: data only, played by play.ts both in simulation and on real sockets. */
export type Peer = Playable | Unreached;

/** What accepts a connection. */
export type Playable = Server | ProxyPeer | Replicas;

/** What never accepts one. In front of these a proxy accepts all the same. */
export type Unreached =
  | { readonly kind: 'refused' }
  | { readonly kind: 'black-holed' }
  | { readonly kind: 'unreachable'; readonly code: string };

/** Several servers behind one address: connections go to one after the other. */
export interface Replicas {
  readonly kind: 'replicas';
  readonly peers: readonly [Playable, ...Playable[]];
}

/** Something said, then perhaps the end: `fin` closes, `reset` closes with data unread. */
export interface Reply {
  readonly say?: Bytes;
  readonly close?: 'fin' | 'reset';
}

/** Part of a greeting, counted from the part before it. */
export interface Piece {
  readonly afterMs: number;
  readonly bytes: Bytes;
}

export interface Salt {
  readonly at: number;
  readonly length: number;
}

/** A program that serves a protocol, with its faults. */
export interface Server {
  readonly kind: 'server';
  /** Absent on a server that lets the client speak first. */
  readonly greeting?: readonly Piece[];
  /** Parts of the greeting's first piece that differ on each connection. */
  readonly salt?: readonly Salt[];
  /** How the server ends the connection by itself once the greeting is out. */
  readonly close?: 'fin' | 'reset';
  /** How long the server is busy before it looks at the connection at all. */
  readonly delayMs?: number;
  /** Only the first connection meets the delay: a cold cache, a pool that fills. */
  readonly delayedOnce?: boolean;
  /** The answer to a client that speaks before the greeting is whole. */
  readonly early?: Reply;
  /** After so many connections everybody is turned away, as `max_connect_errors` does. */
  readonly blocks?: { readonly afterConnections: number; readonly reply: Reply };
  /** Everything is inside TLS. `speaks` are the application protocols it agrees on; with none it does not care. */
  readonly tls?: { readonly speaks: readonly string[]; readonly certificate: Certificate };
  /** Sends these bytes again and again, for ever. */
  readonly flood?: { readonly bytes: Bytes; readonly everyMs: number };
  readonly talk: Talk;
}

/** How a server understands what a client says. */
export type Talk =
  /** Reads everything, says nothing. */
  | { readonly kind: 'mute' }
  /** Waits for the end of a line. */
  | { readonly kind: 'lines'; readonly answers: readonly LineAnswer[]; readonly otherwise: Reply }
  /** Waits for the end of the headers; what cannot begin a request gets a 400 at once. */
  | { readonly kind: 'http'; readonly answer: Bytes }
  /** Waits until as many bytes have come as the header says. */
  | { readonly kind: 'frames'; readonly header: FrameHeader; readonly answer: Reply; readonly broken: Reply }
  /** Answers whatever comes with the same. */
  | { readonly kind: 'constant'; readonly reply: Reply }
  | { readonly kind: 'echo' }
  /** Closes as soon as so many bytes have come. */
  | { readonly kind: 'hangs-up'; readonly atBytes: number; readonly how: 'fin' | 'reset' };

export interface LineAnswer {
  readonly hear: RegExp;
  readonly reply: Reply;
}

/** Where a binary protocol tells the length of a message. */
export interface FrameHeader {
  /** Bytes of the whole header. */
  readonly bytes: number;
  readonly lengthAt: number;
  readonly lengthBytes: number;
  readonly endian: 'little' | 'big';
  /** Whether the length counts the header itself. */
  readonly counts: 'body' | 'all';
  /** A byte that must have this value, or the frame is broken: the sequence number of MySQL. */
  readonly mustBe?: { readonly at: number; readonly byte: number };
  /** Bytes of the question that its answer repeats: its number. */
  readonly repeats?: { readonly from: number; readonly to: number; readonly length: number };
  /** A longer message is broken. */
  readonly longest: number;
}

/** Something that accepts connections for another and wants to know the protocol first. */
export interface ProxyPeer {
  readonly kind: 'proxy';
  readonly app: Peer;
  /** In order: what one calls raw is shown to the next. None: it connects to the app at once. */
  readonly inspectors: readonly Inspector[];
  /** How long it waits for the client. Absent: for ever, as Istio does since 1.8. */
  readonly timeout?: { readonly afterMs: number; readonly route: 'forward' | 'close' | 'fallback' };
  /** Where sslh sends those who stay silent. */
  readonly fallback?: Peer;
  readonly onRaw: Route;
  readonly onHttp: Route;
  readonly onTls: Route | MeshTls;
  /** A client that ends its side before the proxy has decided. */
  readonly onEnd: 'close' | 'forward';
  /** How the proxy's own HTTP server calls itself. */
  readonly signature?: string;
  /** Whether a reset of the app overtakes the bytes the app had sent before, as it often does in Envoy. */
  readonly losesOnReset?: boolean;
}

/** Where a connection goes: to the app, to the proxy's own HTTP server, or away: `refuse` closes with data unread, `hang-up` politely. */
export type Route = 'forward' | 'serve-http' | 'refuse' | 'hang-up';

/** The TLS side of an Istio sidecar. */
export interface MeshTls {
  readonly mode: 'permissive' | 'strict';
  readonly declared: 'auto' | 'tcp' | 'http';
  readonly certificate: Certificate;
}
