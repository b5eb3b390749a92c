import { describe, expect, it } from 'vitest';
import { suspectsFor } from '../../../src/explain/fix/suspects.ts';
import type { Cause, Measurement } from '../../../src/model/finding.ts';
import { CONSUL_PROXY, handshake } from '../../mesh/handshakes.ts';
import { measured, SIDECAR, SOMEBODY } from '../measurements.ts';

const kind = (name: Cause['kind']): Cause => ({ ...SOMEBODY, kind: name });

const OWN_NAME = 'sidecar~10.0.0.2~prober-0.default~default.svc.cluster.local';

const closedAfter = (silentMs: number): Measurement['judgement'] => ({
  kind: 'stalled',
  confidence: 'certain',
  silentMs,
  silenceEndedBy: 'fin',
  freedMs: 1,
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
    ['silence without end', { cause: SOMEBODY }, ['istio'], false],
    ['a close after 10 s', { cause: SOMEBODY, judgement: closedAfter(10_003) }, ['linkerd'], false],
    [
      'a close after 15 s',
      { cause: SOMEBODY, judgement: closedAfter(15_003) },
      ['kuma', 'consul', 'ambient', 'cilium', 'envoy'],
      false,
    ],
    ['a close at no known time', { cause: SOMEBODY, judgement: closedAfter(7_000) }, ['istio'], false],
    ['a greeting after 20 s', delayed(20_004), ['linkerd'], false],
    [
      'a proxy that only its clock points to',
      { ...delayed(10_004), cause: { ...kind('linkerd-proxy'), confidence: 'likely' } },
      ['linkerd'],
      false,
    ],
    [
      'a certificate beside a clock of others',
      { ...delayed(10_004), cause: { ...kind('kuma-dataplane') } },
      ['kuma'],
      true,
    ],
    ['a greeting after 1 s', delayed(1_001), ['istio'], false],
    ["the prober's own sidecar", { cause: kind('own-sidecar') }, ['istio'], false],
    ["the prober's own, by its name", { cause: { ...kind('own-sidecar'), identity: OWN_NAME } }, ['istio'], true],
    [
      "the prober's own, by a name that is none of Istio's",
      { cause: { ...kind('own-sidecar'), identity: 'default.prober-0.default' } },
      ['kuma', 'consul'],
      false,
    ],
    ['the server itself', { cause: kind('server') }, [], false],
    ['nothing to explain', { cause: null }, [], false],
  ])('%s', (_, parts, meshes, isProven) => {
    const suspects = suspectsFor(measured(parts));
    expect(suspects.meshes.map(({ name }) => name)).toEqual(meshes);
    expect(suspects.isProven).toBe(isProven);
  });
});
