import type { Certificate } from '../model/transcript.ts';
import type { Peer, ProxyPeer } from './peer.ts';

type Sidecar = {
  readonly mtls: 'permissive' | 'strict' | 'disable';
  readonly declared: 'auto' | 'tcp' | 'http';
  /** protocolDetectionTimeout; absent for none, which is Istio's default. */
  readonly timeoutMs?: number;
  readonly identity?: string;
  /** An AuthorizationPolicy that allows nothing: closed as soon as there is something to judge. */
  readonly denies?: boolean;
};

/** A sidecar in front of an app as Istio sets it up: which inspectors run follows from mTLS mode and declaration. */
export function istio(
  app: Peer,
  { mtls, declared, timeoutMs, identity = DEFAULT_IDENTITY, denies }: Sidecar,
): ProxyPeer {
  const tls = { declared, certificate: meshCertificate(identity) };
  const onRaw = declared === 'http' ? 'serve-http' : denies === true ? 'hang-up' : 'forward';
  const base = { ...PLAIN, app, onRaw } as const;
  switch (mtls) {
    case 'disable':
      return declared === 'auto'
        ? { ...base, inspectors: ['envoy-http'], onHttp: 'serve-http', ...timed(timeoutMs, 'forward') }
        : { ...base, inspectors: [] };
    case 'permissive':
      return {
        ...base,
        inspectors: declared === 'auto' ? ['envoy-tls', 'envoy-http'] : ['envoy-tls'],
        onHttp: 'serve-http',
        onTls: { mode: 'permissive', ...tls },
        ...timed(timeoutMs, 'forward'),
      };
    case 'strict':
      return {
        ...base,
        inspectors: ['envoy-tls'],
        onRaw: 'refuse',
        onTls: { mode: 'strict', ...tls },
        ...timed(timeoutMs, 'close'),
      };
    default:
      return mtls satisfies never;
  }
}

/** The prober's own sidecar, on a port that is not declared: it accepts for anything, and sniffs for HTTP. */
export function ownSidecar(app: Peer, timeoutMs?: number): ProxyPeer {
  return {
    ...PLAIN,
    app,
    inspectors: ['envoy-http'],
    onHttp: 'serve-http',
    signature: 'envoy',
    ...timed(timeoutMs, 'forward'),
  };
}

/** Envoy with a TLS inspector and no listener settings of its own: 15 s, then it closes (listener_filters_timeout). */
export function envoyDefault(app: Peer, afterMs = 15_000): ProxyPeer {
  return { ...PLAIN, app, inspectors: ['envoy-tls'], ...timed(afterMs, 'close') };
}

/** Envoy with that timeout and `continue_on_listener_filters_timeout`, as Open Service Mesh and the HBONE listener of a sidecar have it. */
export function envoyContinuing(app: Peer, afterMs = 15_000): ProxyPeer {
  return { ...PLAIN, app, inspectors: ['envoy-tls'], ...timed(afterMs, 'forward') };
}

/** Linkerd as an unmeshed client meets it: no TLS within 10 s is an error (linkerd2-proxy, DEFAULT_INBOUND_DETECT_TIMEOUT). */
export function linkerd(app: Peer, afterMs = 10_000): ProxyPeer {
  return { ...PLAIN, app, inspectors: ['linkerd'], ...timed(afterMs, 'close') };
}

/** Linkerd between meshed pods: after 10 s it goes on as if opaque. */
export function linkerdMeshed(app: Peer, afterMs = 10_000): ProxyPeer {
  return { ...PLAIN, app, inspectors: ['linkerd'], ...timed(afterMs, 'forward') };
}

/** HAProxy with `tcp-request inspect-delay` and `req.ssl_hello_type`: it goes on when the delay is over, or the client has ended. */
export function haproxy(app: Peer, inspectDelayMs = 5_000): ProxyPeer {
  return { ...PLAIN, app, inspectors: ['haproxy'], onEnd: 'forward', ...timed(inspectDelayMs, 'forward') };
}

/** HAProxy that takes nothing but TLS (`tcp-request content reject` last). */
export function haproxyTlsOnly(app: Peer, inspectDelayMs = 5_000): ProxyPeer {
  return { ...PLAIN, app, inspectors: ['haproxy'], onRaw: 'hang-up', ...timed(inspectDelayMs, 'close') };
}

/** nginx with `ssl_preread`: it closes when `preread_timeout` is over. */
export function nginx(app: Peer, prereadTimeoutMs = 30_000): ProxyPeer {
  return { ...PLAIN, app, inspectors: ['nginx'], ...timed(prereadTimeoutMs, 'close') };
}

/** sslh: who stays silent is sent to another service. */
export function sslh(app: Peer, fallback: Peer, afterMs = 5_000): ProxyPeer {
  return { ...PLAIN, app, fallback, inspectors: ['sslh'], ...timed(afterMs, 'fallback') };
}

/** Looks at nothing. In front of a dead app it still accepts. */
export function plainProxy(app: Peer): ProxyPeer {
  return { ...PLAIN, app, inspectors: [] };
}

const DEFAULT_IDENTITY = 'spiffe://cluster.local/ns/default/sa/default';

const PLAIN = { kind: 'proxy', onRaw: 'forward', onHttp: 'forward', onTls: 'forward', onEnd: 'close' } as const;

/** Istio issues certificates without a subject; the name is a URI. */
function meshCertificate(identity: string): Certificate {
  return { subject: '', issuer: 'cluster.local', uris: [identity], validTo: '2030-01-01T00:00:00.000Z', daysLeft: 365 };
}

function timed(afterMs: number | undefined, route: 'forward' | 'close' | 'fallback'): Pick<ProxyPeer, 'timeout'> {
  return afterMs === undefined ? {} : { timeout: { afterMs, route } };
}
