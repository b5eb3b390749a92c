import type { Bytes } from '../model/bytes.ts';

/** An HTTP error that an Envoy wrote itself, here or one proxy further on, instead of passing on what the server said. */
export interface ProxyError {
  readonly status: number;
  /** Signed by a proxy that Istio configured, and not by just any Envoy. */
  readonly isIstio: boolean;
  /** What Envoy says of the connection behind it; empty for most errors. */
  readonly body: Bytes;
}

/**
 * Reads such an error; null for all else. The `server` header alone tells nothing, since Istio's sidecar also puts it on what it
 * passes on; that carries `x-envoy-upstream-service-time` besides, its own errors do not (measured with Envoy 1.40). Any status
 * of an error will do: filters answer 401, 413 or 429 by themselves too. Only the head is searched: a body may hold any words.
 * But a client's sidecar passes on what the server's sidecar wrote, and marks it like any answer: only the words give that away.
 */
export function proxyErrorIn(bytes: Bytes): ProxyError | null {
  const headLength = bytes.slice(0, HEAD_LENGTH_MAX).indexOf('\r\n\r\n');
  // An error of the proxy's own comes whole. Where the head has no end, the line that would tell may be still to come.
  if (headLength < 0) return null;
  const head = bytes.slice(0, headLength + 2);
  const status = /^HTTP\/1\.[01] ([45]\d\d)[ \r]/.exec(head)?.[1];
  const signature = /\r\nserver:[ \t]?(istio-)?envoy\r\n/i.exec(head);
  if (status === undefined || !signature) return null;
  const body = bytes.slice(headLength + 4, headLength + 4 + BODY_LENGTH_MAX);
  if (/\r\nx-envoy-upstream-service-time:/i.test(head) && !OWN_WORDS.test(body)) return null;
  return { status: Number(status), isIstio: signature[1] !== undefined, body };
}

/** The head of an error of Envoy's own is some 150 bytes; what a server's own lines add to that is passed on. */
const HEAD_LENGTH_MAX = 2_048;

/** The whole or the beginning of what Envoy says of a connection behind it, from its source (source/common/router/router.cc). */
const OWN_WORDS =
  /^(?:upstream connect error or disconnect\/reset before headers\b|(?:no healthy upstream|upstream request timeout|RBAC: access denied)$)/;

/** Its longest account of a failed connection is some 250 bytes. */
const BODY_LENGTH_MAX = 1_024;
