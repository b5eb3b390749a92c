/** One filter chain: which connections it takes, and what it makes of them. */
export interface Chain {
  readonly alpn?: readonly string[];
  readonly transport?: 'tls' | 'raw_buffer';
  readonly carries: 'tcp' | 'http';
  /** It ends mutual TLS itself; otherwise bytes go through as they are. */
  readonly terminatesTls?: true;
}

/** What a listener may look for in a client's first bytes. */
export type Inspector = 'tls' | 'http';
