import type { SpeaksFirst } from './probe.ts';
import type { Endpoint } from './target.ts';
import type { Certificate, Transcript } from './transcript.ts';
import type { Confidence, Judgement, Verdict } from './verdict.ts';

/** The protocol that was recognised, by name and by the version it told. Inside TLS it goes by its name there, and the client speaks first. */
export interface Protocol {
  readonly name: string;
  readonly version: string | null;
  readonly speaksFirst: SpeaksFirst;
}

/** Milliseconds from the connect call; null where it never came. */
export interface Timing {
  readonly connectMs: number | null;
  readonly firstByteSilentMs: number | null;
  readonly firstByteNudgedMs: number | null;
  readonly detectionTimeoutMs: number | null;
}

/** What a server that ends TLS itself showed in its handshake. */
export interface TlsEnd {
  readonly version: string;
  /** The application protocol that was agreed on. */
  readonly alpn: string | null;
  readonly certificate: Certificate | null;
}

/** Who holds the connection. */
export interface Cause {
  readonly kind: 'istio-sidecar' | 'linkerd-proxy' | 'kuma-dataplane' | 'own-sidecar' | 'sniffing-proxy' | 'server';
  readonly posture: 'permissive' | 'strict' | 'unknown';
  readonly declared: 'auto' | 'tcp' | 'http' | 'unknown';
  readonly identity: string | null;
  readonly confidence: Confidence;
}

/** A change that frees the connection, as a manifest that can be applied. */
export interface Fix {
  readonly id: string;
  readonly title: string;
  readonly manifest: string | null;
  readonly caution: string | null;
}

/** One endpoint, measured and judged, before anybody has put it into words. */
export interface Measurement {
  readonly endpoint: Endpoint;
  readonly judgement: Judgement;
  readonly protocol: Protocol | null;
  /** Null where the server speaks no TLS, or no handshake was made with it. */
  readonly tls: TlsEnd | null;
  readonly timing: Timing;
  readonly cause: Cause | null;
  readonly transcripts: readonly Transcript[];
}

/** One line of the report. */
export interface Finding {
  readonly target: Endpoint;
  readonly verdict: Verdict;
  readonly protocol: Protocol | null;
  /** Null where the server speaks no TLS, or no handshake was made with it. */
  readonly tls: TlsEnd | null;
  readonly timing: Timing;
  readonly cause: Cause | null;
  readonly fixes: readonly Fix[];
  readonly transcripts: readonly Transcript[];
}
