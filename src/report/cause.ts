import type { Cause } from '../model/finding.ts';
import { terminal } from './escape.ts';

/** Who holds the connection, in words: `an Istio sidecar, permissive mutual TLS, protocol of the port not declared`. */
export function causeInWords({ kind, posture, declared, identity, confidence }: Cause): string {
  const parts = [HOLDERS[kind], POSTURES[posture], DECLARATIONS[declared], identity === null ? '' : terminal(identity)];
  return `${parts.filter((part) => part !== '').join(', ')}${confidence === 'certain' ? '' : ` (${confidence})`}`;
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
