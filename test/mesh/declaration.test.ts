import { expect, it } from 'vitest';
import { readDeclaration } from '../../src/mesh/declaration.ts';
import type { Evidence } from '../../src/mesh/evidence.ts';
import type { HandshakeOutcome } from '../../src/mesh/handshake.ts';
import { SIDECAR } from './handshakes.ts';

const agreed = (alpn: string | null): HandshakeOutcome => ({
  kind: 'certified',
  certificate: SIDECAR,
  alpn,
  alpnSeen: true,
});

it.each<
  [string | null, string | null, HandshakeOutcome['kind'] | null, Evidence['plain'], 'strict' | 'permissive', string]
>([
  ['istio-peer-exchange', null, null, 'nothing', 'strict', 'tcp'],
  ['h2', 'istio-peer-exchange', null, 'nothing', 'strict', 'auto'],
  ['h2', 'h2', null, 'nothing', 'strict', 'http'],
  ['h2', 'h2', 'reset', 'nothing', 'permissive', 'http'],
  ['h2', 'h2', 'closed', 'nothing', 'permissive', 'unknown'],
  ['h2', 'h2', 'answered', 'nothing', 'permissive', 'unknown'],
  ['h2', 'h2', 'closed', 'istio-http-error', 'permissive', 'http'],
  ['h2', 'h2', 'reset', 'words', 'permissive', 'unknown'],
  ['h2', null, null, 'nothing', 'strict', 'unknown'],
  ['h2', null, null, 'words', 'permissive', 'auto'],
  [null, 'istio-peer-exchange', null, 'nothing', 'strict', 'unknown'],
  ['http/1.1', 'h2', null, 'nothing', 'strict', 'unknown'],
])('%s, %s, %s, %s, %s: %s', (any, tcp, none, plain, posture, declared) => {
  const evidence = {
    any: any === null ? null : agreed(any),
    tcp: tcp === null ? null : agreed(tcp),
    none: none === null ? null : ({ kind: none } as HandshakeOutcome),
    kuma: null,
    plain,
  };
  expect(readDeclaration(posture, evidence)).toBe(declared);
});
