import fc from 'fast-check';
import type { Peer } from '../../src/lab/peer.ts';
import {
  envoyDefault,
  haproxy,
  istio,
  linkerd,
  linkerdMeshed,
  nginx,
  ownSidecar,
  plainProxy,
  sslh,
} from '../../src/lab/proxies.ts';

/** What is known of a generated proxy. */
export interface TrueProxy {
  readonly name: string;
  /** Waits for the client's bytes before it connects to the server. */
  readonly holds: boolean;
  /** What a silent client gets when it stops waiting; null where it never does. */
  readonly timeout: { readonly afterMs: number; readonly fate: 'forward' | 'close' } | null;
  readonly wrap: (app: Peer) => Peer;
}

const NO_PROXY: TrueProxy = { name: 'no proxy', holds: false, timeout: null, wrap: (app) => app };

const sidecar = fc
  .record({
    mtls: fc.constantFrom('permissive', 'strict', 'disable'),
    declared: fc.constantFrom('auto', 'tcp', 'http'),
    timeoutMs: fc.option(fc.constantFrom(100, 1_000, 5_000), { nil: undefined }),
  })
  .map(({ mtls, declared, timeoutMs }): TrueProxy => {
    const holds = mtls !== 'disable' || declared !== 'tcp';
    const timeout =
      timeoutMs === undefined ? null : ({ afterMs: timeoutMs, fate: mtls === 'strict' ? 'close' : 'forward' } as const);
    return {
      name: `istio ${mtls} ${declared} ${timeoutMs ?? 'endless'}`,
      holds,
      timeout: holds ? timeout : null,
      wrap: (app) => istio(app, { mtls, declared, ...(timeoutMs === undefined ? {} : { timeoutMs }) }),
    };
  });

const otherProxy = fc.constantFrom<TrueProxy[]>(
  NO_PROXY,
  NO_PROXY,
  { name: 'plain proxy', holds: false, timeout: null, wrap: plainProxy },
  { name: 'own sidecar', holds: true, timeout: null, wrap: (app) => ownSidecar(app) },
  { name: 'envoy default', holds: true, timeout: { afterMs: 15_000, fate: 'close' }, wrap: (app) => envoyDefault(app) },
  {
    name: 'envoy 2 s close',
    holds: true,
    timeout: { afterMs: 2_000, fate: 'close' },
    wrap: (app) => envoyDefault(app, 2_000),
  },
  { name: 'linkerd', holds: true, timeout: { afterMs: 10_000, fate: 'close' }, wrap: (app) => linkerd(app) },
  {
    name: 'linkerd meshed',
    holds: true,
    timeout: { afterMs: 10_000, fate: 'forward' },
    wrap: (app) => linkerdMeshed(app),
  },
  { name: 'haproxy 5 s', holds: true, timeout: { afterMs: 5_000, fate: 'forward' }, wrap: (app) => haproxy(app) },
  { name: 'nginx 30 s', holds: true, timeout: { afterMs: 30_000, fate: 'close' }, wrap: (app) => nginx(app) },
  { name: 'sslh 2 s', holds: true, timeout: { afterMs: 2_000, fate: 'forward' }, wrap: (app) => sslh(app, app, 2_000) },
);

/** All proxies that a world may have between the client and its server. */
export const proxies: fc.Arbitrary<TrueProxy> = fc.oneof(sidecar, otherProxy);
