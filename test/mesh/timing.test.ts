import { describe, expect, it } from 'vitest';
import { MESHES } from '../../src/mesh/index.ts';
import { timingSignature } from '../../src/mesh/timing.ts';

describe('timingSignature', () => {
  it.each([
    // As measured through Envoy 1.40 with such timeouts, and at their edges.
    ['greeting', 101.5, 100, ['istio'], 'possible'],
    ['greeting', 995.3, 1_000, ['istio'], 'possible'],
    ['greeting', 4_996.1, 5_000, ['istio'], 'possible'],
    ['close', 4_987.3, 5_000, ['istio'], 'possible'],
    ['close', 10_003, 10_000, ['linkerd'], 'likely'],
    ['greeting', 10_020, 10_000, ['linkerd'], 'likely'],
    ['greeting', 20_400, 20_000, ['linkerd'], 'likely'],
    ['close', 15_003, 15_000, ['kuma', 'consul', 'ambient', 'cilium', 'envoy'], 'possible'],
    ['greeting', 15_003, 15_000, ['ambient', 'envoy'], 'possible'],
  ] as const)('%s at %d ms', (silentEnd, atMs, timeoutMs, meshes, confidence) => {
    const reading = timingSignature({ silentEnd, atMs });
    expect(reading).toMatchObject({ timeoutMs, confidence });
    expect(reading?.suspects.map(({ mesh }) => mesh)).toEqual(meshes);
  });

  it.each([
    ['close', 0.6],
    ['greeting', 3],
    ['greeting', 2_986],
    ['close', 1_000],
    ['greeting', 9_960],
    ['greeting', 12_000],
    ['close', 20_000],
    ['greeting', 21_500],
  ] as const)('nobody for %s at %d ms', (silentEnd, atMs) => {
    expect(timingSignature({ silentEnd, atMs })).toBeNull();
  });

  it('is never certain', () => {
    expect(MESHES.flatMap(({ timings }) => timings).filter(({ confidence }) => confidence === 'certain')).toEqual([]);
  });
});
