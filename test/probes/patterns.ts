import { PROBES } from '../../probes/index.ts';
import { samplesOf } from '../../src/catalogue/samples.ts';
import { KINDS } from '../../src/decide/kinds.ts';
import type { Probe } from '../../src/model/probe.ts';

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

/** Every sample of the catalogue with the place it stands at. */
export const SAMPLES = samplesOf(PROBES).map((shown) => ({
  ...shown,
  where: `${shown.probe.name}.${shown.kind}[${shown.at}]`,
}));
