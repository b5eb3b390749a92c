import type { Bytes } from '../model/bytes.ts';

/** An HTTP error that Envoy wrote itself, and what it says about the server behind it. */
export interface ProxyAnswer {
  readonly status: number;
  /** Signed by Istio's proxy and not by just any Envoy. */
  readonly isIstio: boolean;
  /** What became of the connection behind the proxy. */
  readonly upstream: 'not-http' | 'unreachable' | 'hung-up' | 'silent' | 'denied' | 'untold';
}

/** Envoy's own words in the body of a local reply, from its source (response flags and reset reasons). */
const UPSTREAM: readonly (readonly [RegExp, ProxyAnswer['upstream']])[] = [
  [/protocol error/i, 'not-http'],
  [
    /connection refused|connection failure|no healthy upstream|connection timeout|delayed connect error/i,
    'unreachable',
  ],
  [/connection termination|reset before headers/i, 'hung-up'],
  [/RBAC: access denied/, 'denied'],
  [/upstream request timeout|response timeout/i, 'silent'],
];

/** The statuses Envoy answers by itself; anything else came from the application. */
const LOCAL_STATUSES = new Set([400, 403, 404, 408, 426, 431, 500, 502, 503, 504]);

/**
 * Reads an HTTP reply that a proxy made up. The `server` header alone tells nothing, since Istio's sidecar also puts it on the
 * application's answers; those carry `x-envoy-upstream-service-time`, its own do not.
 */
export function proxyAnswerIn(bytes: Bytes): ProxyAnswer | null {
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(bytes)?.[1]);
  if (!LOCAL_STATUSES.has(status)) return null;
  const head = bytes.slice(0, 4096);
  const server = /\r\nserver: (istio-)?envoy\r\n/i.exec(head);
  if (!server || /\r\nx-envoy-upstream-service-time:/i.test(head)) return null;
  return {
    status,
    isIstio: server[1] !== undefined,
    upstream: UPSTREAM.find(([words]) => words.test(head))?.[1] ?? 'untold',
  };
}
