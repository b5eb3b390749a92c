import { KINDS, type Kind } from '../decide/kinds.ts';
import type { Probe, Sample } from '../model/probe.ts';

/** A sample and whose it is. */
export interface Shown {
  readonly probe: Probe;
  readonly kind: Kind;
  readonly at: number;
  readonly sample: Sample;
}

/** Every sample of these protocols. */
export function samplesOf(catalogue: readonly Probe[]): readonly Shown[] {
  return catalogue.flatMap((probe) =>
    KINDS.flatMap((kind) => (probe.samples[kind] ?? []).map((sample, at) => ({ probe, kind, at, sample }))),
  );
}
