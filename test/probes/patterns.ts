import { PROBES } from '../../probes/index.ts';
import type { Probe } from '../../src/model/probe.ts';

/** The kinds of first bytes, in the order in which they are read: an earlier kind wins. */
export const KINDS = ['greetings', 'refusals', 'scoldings', 'answers'] as const;

/** Every expression of the catalogue with the place it stands at. */
const patternsOf = (probe: Probe): readonly { readonly where: string; readonly pattern: RegExp }[] => [
  ...KINDS.flatMap((kind) =>
    (probe[kind] ?? []).map((pattern, at) => ({ where: `${probe.name}.${kind}[${at}]`, pattern })),
  ),
  ...(probe.unfinished ? [{ where: `${probe.name}.unfinished`, pattern: probe.unfinished }] : []),
  ...(probe.goodbye ?? []).flatMap(({ hear }, at) =>
    hear ? [{ where: `${probe.name}.goodbye[${at}].hear`, pattern: hear }] : [],
  ),
];

export const PATTERNS = PROBES.flatMap(patternsOf);

/** Every sample of the catalogue. */
export const SAMPLES = PROBES.flatMap((probe) =>
  KINDS.flatMap((kind) =>
    (probe.samples[kind] ?? []).map((sample, at) => ({ where: `${probe.name}.${kind}[${at}]`, probe, kind, sample })),
  ),
);
