import { describe, expect, it } from 'vitest';
import { handshake } from '../../src/lab/mesh-tls.ts';
import type { Peer } from '../../src/lab/peer.ts';
import { smtp } from '../../src/lab/servers.ts';

const CERTIFICATE = {
  subject: '',
  issuer: 'cluster.local',
  uris: ['spiffe://a'],
  validTo: '2030-01-01T00:00:00.000Z',
  daysLeft: 400,
};
const NONE: readonly string[] = [];
const TCP = ['istio-peer-exchange', 'h2'];
const HTTP = ['istio-http/1.1', 'istio-peer-exchange', 'h2'];

/** What three handshakes show of each posture and declaration: `-` is a certificate without ALPN. Measured with Envoy 1.40. */
const EVIDENCE = [
  ['strict', 'auto', '-', 'istio-peer-exchange', 'h2'],
  ['strict', 'tcp', '-', 'istio-peer-exchange', 'istio-peer-exchange'],
  ['strict', 'http', '-', 'h2', 'h2'],
  ['permissive', 'auto', 'forward', 'istio-peer-exchange', 'h2'],
  ['permissive', 'tcp', 'forward', 'istio-peer-exchange', 'istio-peer-exchange'],
  ['permissive', 'http', 'refuse', 'h2', 'h2'],
] as const;

function shown(mode: 'strict' | 'permissive', declared: 'auto' | 'tcp' | 'http', offer: readonly string[]): string {
  const outcome = handshake({ mode, declared, certificate: CERTIFICATE }, offer, smtp);
  if (outcome.kind !== 'secure') return outcome.kind;
  expect(outcome.secured).toMatchObject({ protocol: 'TLSv1.3', certificate: CERTIFICATE, next: 'alert' });
  return outcome.secured.alpn ?? '-';
}

describe('handshake', () => {
  it.each(EVIDENCE)('%s, declared %s', (mode, declared, ...expected) => {
    expect([NONE, TCP, HTTP].map((offer) => shown(mode, declared, offer))).toEqual(expected);
  });

  it.each([
    ['permissive', ['http/1.1'], 'forward'],
    ['permissive', ['istio'], '-'],
    ['permissive', ['istio-peer-exchange', 'istio-http/1.1', 'h2'], 'istio-peer-exchange'],
    ['strict', ['kuma'], '-'],
  ] as const)('%s, declared auto, is offered %j', (mode, offer, expected) => {
    expect(shown(mode, 'auto', offer)).toBe(expected);
  });

  it.each<readonly [string, Peer, 'tcp' | 'http', string]>([
    ['a dead app', { kind: 'refused' }, 'tcp', 'reset'],
    ['an app out of reach', { kind: 'unreachable', code: 'EHOSTUNREACH' }, 'tcp', 'reset'],
    ['a black hole', { kind: 'black-holed' }, 'tcp', 'nothing'],
    ['a dead app, untouched by the HTTP chain', { kind: 'refused' }, 'http', 'alert'],
  ])('%s', (_name, app, declared, next) => {
    const outcome = handshake({ mode: 'strict', declared, certificate: CERTIFICATE }, TCP, app);
    expect(outcome).toMatchObject({ kind: 'secure', secured: { next }, opensApp: declared === 'tcp' });
  });
});
