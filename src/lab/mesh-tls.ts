import type { MeshTls, Peer } from './peer.ts';
import type { Secured } from './side.ts';

type Handshake =
  /** The TCP chain connects to the app before the client is authenticated: the app sees a connection that is broken off. */
  | { readonly kind: 'secure'; readonly secured: Secured; readonly opensApp: boolean }
  | { readonly kind: 'forward' | 'refuse' };

/** What Istio's clients offer, by the filter chain it selects (pilot, networking/core: mtlsTCPALPNs, mtlsHTTPALPNs). */
const CHAIN_BY_OFFER: ReadonlyMap<string, 'tcp' | 'http'> = new Map([
  ['istio-peer-exchange', 'tcp'],
  ['istio', 'tcp'],
  ['istio-http/1.0', 'http'],
  ['istio-http/1.1', 'http'],
  ['istio-h2', 'http'],
]);

/** What each chain would like to speak, most wanted first. */
const ACCEPTS = {
  tcp: ['istio-peer-exchange', 'h2', 'http/1.1'],
  http: ['h2', 'http/1.1'],
} as const;

/** What an Istio sidecar does with a ClientHello. Measured with Envoy 1.40: 23 configurations, 6 kinds of app. */
export function handshake(tls: MeshTls, offer: readonly string[], app: Peer): Handshake {
  const meant = offer.map((name) => CHAIN_BY_OFFER.get(name)).find((chain) => chain !== undefined);
  if (meant === undefined && tls.mode === 'permissive') {
    return { kind: tls.declared === 'http' ? 'refuse' : 'forward' };
  }
  const chain = tls.declared === 'auto' ? (meant ?? 'tcp') : tls.declared;
  const alpn = ACCEPTS[chain].find((name) => offer.includes(name)) ?? null;
  return {
    kind: 'secure',
    opensApp: chain === 'tcp',
    secured: { protocol: 'TLSv1.3', alpn, certificate: tls.certificate, next: chain === 'tcp' ? fate(app) : 'alert' },
  };
}

/** How the connection goes on after the certificate, by the state of the app behind a TCP chain. */
function fate(app: Peer): Secured['next'] {
  switch (app.kind) {
    case 'refused':
    case 'unreachable':
      return 'reset';
    case 'black-holed':
      return 'nothing';
    case 'server':
    case 'proxy':
    case 'replicas':
      return 'alert';
    default:
      return app satisfies never;
  }
}
