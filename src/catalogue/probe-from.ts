import type { Exchange, Probe, Sample } from '../model/probe.ts';
import {
  anywhere,
  bytes,
  list,
  oneOf,
  optional,
  pattern,
  port,
  protocolName,
  type Read,
  record,
  required,
  words,
} from './fields.ts';

const sample: Read<Sample> = record<Sample>({
  bytes: required(bytes),
  version: optional(words),
  source: required(words),
});

const exchange: Read<Exchange> = record<Exchange>({ hear: optional(anywhere), say: required(bytes) });

type OverTls = NonNullable<Probe['overTls']>;

const overTls: Read<OverTls> = record<OverTls>({
  names: required(list(protocolName) as Read<OverTls['names']>),
  ports: required(list(port, 0)),
});

const samples: Read<Probe['samples']> = record<Probe['samples']>({
  greetings: optional(list(sample)),
  refusals: optional(list(sample)),
  scoldings: optional(list(sample)),
  answers: optional(list(sample)),
});

/** A protocol as a parsed YAML or JSON document has it: the fields of a Probe, its patterns as text. A total table over the fields. */
export const probeFrom: Read<Probe> = record<Probe>({
  name: required(protocolName),
  title: required(words),
  ports: required(list(port, 0)),
  overTls: optional(overTls),
  speaksFirst: required(oneOf('server', 'client')),
  source: required(words),
  greetings: optional(list(pattern)),
  refusals: optional(list(pattern)),
  scoldings: optional(list(pattern)),
  answers: optional(list(pattern)),
  unfinished: optional(pattern),
  opening: optional(bytes),
  goodbye: optional(list(exchange)),
  harm: optional(words),
  yieldsTo: optional(list(protocolName)),
  samples: required(samples),
});
