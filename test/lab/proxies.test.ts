import { describe, expect, it } from 'vitest';
import * as proxies from '../../src/lab/proxies.ts';
import { smtp, ssh } from '../../src/lab/servers.ts';
import { NUDGE, tell } from './story.ts';

const GREETING = '"220 mail.example ESMTP Postfix\\r\\n"';
const OTHER = '"SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\\r\\n"';
const sidecar = (...[mtls, declared, more]: readonly [Mode, Declared, object?]) =>
  proxies.istio(smtp, { mtls, declared, ...more });
type Mode = 'permissive' | 'strict' | 'disable';
type Declared = 'auto' | 'tcp' | 'http';

const like = (story: string | RegExp) => (typeof story === 'string' ? story : expect.stringMatching(story));

/** What silence gets, four bytes and eight. Measured with Envoy 1.40, HAProxy 2.6, nginx 1.22, sslh 1.20; Linkerd was read. */
const BEHAVIOUR = [
  ['permissive auto', sidecar('permissive', 'auto'), 'silence', 'silence', `${GREETING}@0`],
  ['permissive tcp', sidecar('permissive', 'tcp'), 'silence', 'silence', `${GREETING}@0`],
  ['permissive http', sidecar('permissive', 'http'), 'silence', 'silence', /^"HTTP\/1.1 400 .*istio-envoy.*fin@0$/],
  ['strict auto', sidecar('strict', 'auto'), 'silence', 'silence', 'ECONNRESET@0'],
  ['strict tcp', sidecar('strict', 'tcp'), 'silence', 'silence', 'ECONNRESET@0'],
  ['strict http', sidecar('strict', 'http'), 'silence', 'silence', 'ECONNRESET@0'],
  ['disable auto', sidecar('disable', 'auto'), 'silence', `${GREETING}@0`, `${GREETING}@0`],
  ['disable tcp', sidecar('disable', 'tcp'), `${GREETING}@0`, `${GREETING}@0`, `${GREETING}@0`],
  ['disable http', sidecar('disable', 'http'), 'silence', /^"HTTP\/1.1 400 /, /^"HTTP\/1.1 400 .*istio-envoy.*fin@0$/],
  [
    'permissive auto, 0.1 s',
    sidecar('permissive', 'auto', { timeoutMs: 100 }),
    `${GREETING}@100`,
    `${GREETING}@100`,
    `${GREETING}@0`,
  ],
  ['strict tcp, 5 s', sidecar('strict', 'tcp', { timeoutMs: 5_000 }), 'fin@5000', 'fin@5000', 'ECONNRESET@0'],
  [
    'disable auto, 1 s',
    sidecar('disable', 'auto', { timeoutMs: 1_000 }),
    `${GREETING}@1000`,
    `${GREETING}@0`,
    `${GREETING}@0`,
  ],
  ['denied by policy', sidecar('permissive', 'auto', { denies: true }), 'silence', 'silence', 'fin@0'],
  ['own sidecar', proxies.ownSidecar(smtp), 'silence', `${GREETING}@0`, `${GREETING}@0`],
  ['own sidecar, 5 s', proxies.ownSidecar(smtp, 5_000), `${GREETING}@5000`, `${GREETING}@0`, `${GREETING}@0`],
  ['Envoy by default', proxies.envoyDefault(smtp), 'fin@15000', 'fin@15000', `${GREETING}@0`],
  ['Linkerd, not meshed', proxies.linkerd(smtp), 'fin@10000', `${GREETING}@0`, `${GREETING}@0`],
  ['Linkerd, meshed', proxies.linkerdMeshed(smtp), `${GREETING}@10000`, `${GREETING}@0`, `${GREETING}@0`],
  ['HAProxy', proxies.haproxy(smtp), `${GREETING}@5000`, `${GREETING}@0`, `${GREETING}@0`],
  ['HAProxy, only TLS', proxies.haproxyTlsOnly(smtp), 'fin@5000', 'fin@0', 'fin@0'],
  ['nginx', proxies.nginx(smtp), 'fin@30000', 'fin@30000', `${GREETING}@0`],
  ['sslh', proxies.sslh(smtp, ssh), `${OTHER}@5000`, `${OTHER}@5000`, `${GREETING}@0`],
  ['a plain proxy', proxies.plainProxy(smtp), `${GREETING}@0`, `${GREETING}@0`, `${GREETING}@0`],
] as const;

describe('what silence gets, four bytes, and the nudge', () => {
  it.each(BEHAVIOUR)('%s', async (_name, peer, silent, four, nudged) => {
    expect(await tell(peer)).toEqual(like(silent));
    expect(await tell(peer, { 0: '\0\0\0\0' })).toEqual(like(four));
    expect(await tell(peer, { 0: NUDGE })).toEqual(like(nudged));
  });
});

describe('istio', () => {
  it('shows the identity it is given', async () => {
    const peer = sidecar('strict', 'tcp', { identity: 'spiffe://x/ns/a/sa/b' });
    expect(await tell(peer, {}, [])).toMatch(/^secured null spiffe:\/\/x\/ns\/a\/sa\/b@0 /);
  });
});
