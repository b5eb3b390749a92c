import { expect, it } from 'vitest';
import { clockOf, onlySuspectOf } from '../../src/mesh/clock.ts';
import type { MeshName } from '../../src/model/mesh.ts';
import type { Judgement } from '../../src/model/verdict.ts';

const delayed = (detectionTimeoutMs: number): Judgement => ({
  kind: 'delayed',
  confidence: 'certain',
  detectionTimeoutMs,
  silentMs: detectionTimeoutMs + 1,
  nudgedMs: 1,
});
const stalled = (silentMs: number, silenceEndedBy: 'silence' | 'fin' | 'reset'): Judgement => ({
  kind: 'stalled',
  confidence: 'certain',
  silentMs,
  silenceEndedBy,
  freedMs: 1,
});

it.each<[Judgement, MeshName[], MeshName | null]>([
  [delayed(100), ['istio'], 'istio'],
  [delayed(1_000), ['istio'], 'istio'],
  [delayed(5_000), ['istio'], 'istio'],
  [delayed(10_000), ['linkerd'], 'linkerd'],
  [delayed(20_000), ['linkerd'], 'linkerd'],
  [delayed(15_000), ['ambient', 'envoy'], null],
  [stalled(10_000, 'fin'), ['linkerd'], 'linkerd'],
  [stalled(15_000, 'fin'), ['kuma', 'consul', 'ambient', 'cilium', 'envoy'], null],
])('%j', (judgement, meshes, only) => {
  const reading = clockOf(judgement);
  expect(reading?.suspects.map(({ mesh }) => mesh)).toEqual(meshes);
  expect(reading && onlySuspectOf(reading)).toBe(only);
});

it.each<Judgement>([
  delayed(7_000),
  stalled(7_000, 'fin'),
  stalled(10_000, 'silence'),
  stalled(10_000, 'reset'),
  { kind: 'closed', confidence: 'certain', how: 'fin', afterMs: 10_000, nudged: false },
  { kind: 'slow', confidence: 'certain', firstByteMs: 10_000, reason: 'late-either-way' },
  { kind: 'mute', confidence: 'likely', silentMs: 15_000 },
])('%j is nobody’s clock', (judgement) => {
  expect(clockOf(judgement)).toBeNull();
});
