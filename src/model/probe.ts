import type { Bytes } from './bytes.ts';

/** Who sends the first byte of the protocol when both sides behave. */
export type SpeaksFirst = 'server' | 'client';

/** One thing to say on the way out. With `hear`, it is said only once those bytes have come. */
export interface Exchange {
  readonly hear?: RegExp;
  readonly say: Bytes;
}

/** What a server of this protocol really sent, and where that was seen. */
export interface Sample {
  readonly bytes: Bytes;
  /** The version that must be read from the bytes; absent where they do not tell one. */
  readonly version?: string;
  /** The program and version it was taken from, or the document that shows it. */
  readonly source: string;
}

/**
 * What we know of a protocol. Data only: a file in probes/ has no code, and the patterns may not backtrack without bound.
 * Patterns match latin1 text from its first byte (`^`); a version is captured as `(?<version>…)`.
 */
export interface Probe {
  readonly name: string;
  /** The name people write, such as "MySQL or MariaDB". */
  readonly title: string;
  /** Ports where it is usual: a hint for what to ask first, never a proof. */
  readonly ports: readonly number[];
  /** What it is called when the whole connection is TLS, and where that is usual: `imaps`, 993. STARTTLS is none of it. */
  readonly overTls?: { readonly names: readonly [string, ...string[]]; readonly ports: readonly number[] };
  readonly speaksFirst: SpeaksFirst;
  /** Where the statement of who speaks first comes from: the specification, and a measurement. */
  readonly source: string;

  /** First bytes of a server that welcomes the client unasked. Where the client speaks first, some servers have one all the same (IRC). */
  readonly greetings?: readonly RegExp[];
  /** First bytes of a server that turns the client away before it said anything ("Host is blocked"). */
  readonly refusals?: readonly RegExp[];
  /** First bytes that punish a client for having spoken before the greeting ("554 SMTP synchronization error"). */
  readonly scoldings?: readonly RegExp[];
  /** What the server says to `opening`, or to words it does not understand. */
  readonly answers?: readonly RegExp[];
  /** Matches a greeting of which more is to come; until it is whole nothing polite may be said. */
  readonly unfinished?: RegExp;

  /** The client's first words, the shortest that draw an answer and change nothing. */
  readonly opening?: Bytes;
  /** How to leave politely after the greeting or the answer. */
  readonly goodbye?: readonly Exchange[];
  /** What the server punishes, in a sentence: read it before probing such a port often. */
  readonly harm?: string;

  /** Protocols whose greeting this one's patterns match too; they win. */
  readonly yieldsTo?: readonly string[];
  readonly samples: {
    readonly greetings?: readonly Sample[];
    readonly refusals?: readonly Sample[];
    readonly scoldings?: readonly Sample[];
    readonly answers?: readonly Sample[];
  };
}
