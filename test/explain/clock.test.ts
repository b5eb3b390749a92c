import { expect, it } from 'vitest';
import { clockInWords } from '../../src/explain/clock.ts';
import { sentenceFor } from '../../src/explain/sentence.ts';
import type { Judgement } from '../../src/model/verdict.ts';
import { measured, SIDECAR, SOMEBODY } from './measurements.ts';

const delayed = (detectionTimeoutMs: number): Judgement => ({
  kind: 'delayed',
  confidence: 'certain',
  detectionTimeoutMs,
  silentMs: detectionTimeoutMs,
  nudgedMs: 1,
});
const LINKERD = { ...SOMEBODY, kind: 'linkerd-proxy', confidence: 'likely' } as const;

it.each([
  [delayed(10_000), LINKERD, "; that time is likely Linkerd's"],
  [delayed(5_000), SOMEBODY, '; that time would fit Istio'],
  [delayed(15_000), SOMEBODY, '; that time would fit Istio ambient or Envoy'],
  [delayed(7_000), SOMEBODY, ''],
  [delayed(10_000), SIDECAR, ''],
  [delayed(10_000), { ...SOMEBODY, kind: 'own-sidecar' } as const, ''],
  [delayed(10_000), null, ''],
])('%j %j', (judgement, cause, words) => {
  expect(clockInWords(measured({ judgement, cause }))).toBe(words);
});

it('ends the sentence', () => {
  expect(sentenceFor(measured({ judgement: delayed(10_000), cause: LINKERD }))).toMatch(
    /a nudge after 1\.0 ms; that time is likely Linkerd's$/,
  );
});
