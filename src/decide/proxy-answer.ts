import { proxyErrorIn } from '../mesh/proxy-error.ts';
import type { Bytes } from '../model/bytes.ts';

/** An HTTP error that Envoy wrote itself, and what it says about the server behind it. */
export interface ProxyAnswer {
  readonly status: number;
  /** Signed by Istio's proxy and not by just any Envoy. */
  readonly isIstio: boolean;
  /** What became of the connection behind the proxy. */
  readonly upstream: 'not-http' | 'unreachable' | 'unusable' | 'hung-up' | 'silent' | 'denied' | 'untold';
}

/** Envoy's own words in the body of a local reply, from its source (response flags and reset reasons). */
const UPSTREAM: readonly (readonly [RegExp, ProxyAnswer['upstream']])[] = [
  [/protocol error/i, 'not-http'],
  [/connection refused|no healthy upstream|connection timeout|delayed connect error/i, 'unreachable'],
  // Nobody there, or somebody who does not speak the TLS that the proxy wants to.
  [/connection failure/i, 'unusable'],
  [/connection termination|reset before headers/i, 'hung-up'],
  [/RBAC: access denied/, 'denied'],
  [/upstream request timeout|response timeout/i, 'silent'],
];

/** What an HTTP error tells that a proxy made up; null where the bytes are no such error. */
export function proxyAnswerIn(bytes: Bytes): ProxyAnswer | null {
  const error = proxyErrorIn(bytes);
  if (!error) return null;
  const { status, isIstio, body } = error;
  return { status, isIstio, upstream: UPSTREAM.find(([words]) => words.test(body))?.[1] ?? 'untold' };
}
