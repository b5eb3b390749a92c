import { expect, it } from 'vitest';
import { causeInWords } from '../../src/report/cause.ts';
import { finding } from './samples.ts';

const UNKNOWN = { posture: 'unknown', declared: 'unknown', identity: null, confidence: 'certain' } as const;

it.each([
  [{ ...UNKNOWN, kind: 'server' } as const, 'the server itself'],
  [{ ...UNKNOWN, kind: 'linkerd-proxy', confidence: 'likely' } as const, 'a Linkerd proxy (likely)'],
  [
    {
      kind: 'istio-sidecar',
      posture: 'permissive',
      declared: 'auto',
      identity: 'spiffe://x\u001b',
      confidence: 'certain',
    } as const,
    'an Istio sidecar, permissive mutual TLS, protocol of the port not declared, spiffe://x\\x1b',
  ],
  [
    { ...UNKNOWN, kind: 'istio-sidecar', posture: 'strict', declared: 'http' } as const,
    'an Istio sidecar, strict mutual TLS, port declared as HTTP',
  ],
])('%j', (cause, words) => {
  expect(causeInWords(cause, finding('refused').verdict)).toBe(words);
});

it.each([
  ['delayed', {}, 'a Linkerd proxy, by its timing alone (likely)'],
  ['stalled', { silenceEndedBy: 'fin' }, 'a Linkerd proxy, by its timing alone (likely)'],
  ['stalled', {}, 'a Linkerd proxy (likely)'],
] as const)('%s %j: says so where only the time of it is known', (kind, evidence, words) => {
  const verdict = Object.assign({ ...finding(kind).verdict }, evidence);
  expect(causeInWords({ ...UNKNOWN, kind: 'linkerd-proxy', confidence: 'likely' }, verdict)).toBe(words);
});
