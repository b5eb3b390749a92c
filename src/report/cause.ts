import type { Cause } from '../model/finding.ts';
import type { Verdict } from '../model/verdict.ts';
import { terminal } from './escape.ts';

/** Who holds the connection, in words: `an Istio sidecar, permissive mutual TLS, protocol of the port not declared`. */
export function causeInWords(cause: Cause, verdict: Verdict): string {
  const { kind, posture, declared, identity, confidence } = cause;
  const sign = identity === null ? (isKnownByTime(cause, verdict) ? 'by its timing alone' : '') : terminal(identity);
  const parts = [HOLDERS[kind], POSTURES[posture], DECLARATIONS[declared], sign];
  return `${parts.filter((part) => part !== '').join(', ')}${confidence === 'certain' ? '' : ` (${confidence})`}`;
}

/** A mesh is named, and nothing of it was seen but after what time it ends silence. */
function isKnownByTime({ kind, posture, declared, identity }: Cause, verdict: Verdict): boolean {
  const isMesh = kind === 'istio-sidecar' || kind === 'linkerd-proxy' || kind === 'kuma-dataplane';
  const isTimed = verdict.kind === 'delayed' || (verdict.kind === 'stalled' && verdict.silenceEndedBy === 'fin');
  return isMesh && isTimed && posture === 'unknown' && declared === 'unknown' && identity === null;
}

const HOLDERS: { readonly [K in Cause['kind']]: string } = {
  'istio-sidecar': 'an Istio sidecar',
  'linkerd-proxy': 'a Linkerd proxy',
  'kuma-dataplane': 'a Kuma data plane proxy',
  'own-sidecar': "the prober's own sidecar",
  'sniffing-proxy': "a proxy that waits for the client's first bytes; it does not show whose it is",
  server: 'the server itself',
};

const POSTURES: { readonly [P in Cause['posture']]: string } = {
  permissive: 'permissive mutual TLS',
  strict: 'strict mutual TLS',
  unknown: '',
};

const DECLARATIONS: { readonly [D in Cause['declared']]: string } = {
  auto: 'protocol of the port not declared',
  tcp: 'port declared as TCP',
  http: 'port declared as HTTP',
  unknown: '',
};
