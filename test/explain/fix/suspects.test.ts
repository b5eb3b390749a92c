import { describe, expect, it } from 'vitest';
import { suspectsFor } from '../../../src/explain/fix/suspects.ts';
import type { Cause, Measurement } from '../../../src/model/finding.ts';
import type { Transcript, TranscriptEvent } from '../../../src/model/transcript.ts';
import { CONSUL_PROXY, handshake } from '../../mesh/handshakes.ts';
import { measured, SIDECAR, SOMEBODY } from '../measurements.ts';

const kind = (name: Cause['kind']): Cause => ({ ...SOMEBODY, kind: name });

const listened = (last: TranscriptEvent): Transcript => ({
  step: { kind: 'listen', waitMs: 22_000 },
  events: [{ kind: 'opened', atMs: 0.3 }, last],
  startedAtMs: 0,
  lagMs: 0,
});

const delayed = (detectionTimeoutMs: number): Partial<Measurement> => ({
  cause: SOMEBODY,
  judgement: { kind: 'delayed', confidence: 'certain', detectionTimeoutMs, silentMs: detectionTimeoutMs, nudgedMs: 1 },
});

describe('suspectsFor', () => {
  it.each<[string, Partial<Measurement>, string[], boolean]>([
    ['a proven sidecar', { cause: SIDECAR }, ['istio'], true],
    ['Linkerd', { cause: kind('linkerd-proxy') }, ['linkerd'], true],
    ['Kuma', { cause: kind('kuma-dataplane') }, ['kuma'], true],
    [
      'a certificate of Consul',
      { cause: SOMEBODY, transcripts: [handshake([], { alpn: null, of: CONSUL_PROXY })] },
      ['consul'],
      true,
    ],
    [
      'silence without end',
      { cause: SOMEBODY, transcripts: [listened({ kind: 'gave-up', atMs: 22_000 })] },
      ['istio'],
      false,
    ],
    [
      'a close after 10 s',
      { cause: SOMEBODY, transcripts: [listened({ kind: 'ended', atMs: 10_003 })] },
      ['linkerd'],
      false,
    ],
    [
      'a close after 15 s',
      { cause: SOMEBODY, transcripts: [listened({ kind: 'ended', atMs: 15_003 })] },
      ['kuma', 'consul', 'ambient', 'cilium', 'envoy'],
      false,
    ],
    [
      'a close at no known time',
      { cause: SOMEBODY, transcripts: [listened({ kind: 'ended', atMs: 7_000 })] },
      ['istio'],
      false,
    ],
    ['a greeting after 20 s', delayed(20_004), ['linkerd'], false],
    ['a greeting after 1 s', delayed(1_001), ['istio'], false],
    ["the prober's own sidecar", { cause: kind('own-sidecar') }, ['istio'], false],
    ['the server itself', { cause: kind('server') }, [], false],
    ['nothing to explain', { cause: null }, [], false],
  ])('%s', (_, parts, meshes, isProven) => {
    const suspects = suspectsFor(measured(parts));
    expect(suspects.meshes.map(({ name }) => name)).toEqual(meshes);
    expect(suspects.isProven).toBe(isProven);
  });
});
