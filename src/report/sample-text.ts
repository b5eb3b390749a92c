import type { Bytes } from '../model/bytes.ts';
import type { Probe } from '../model/probe.ts';
import { quoted } from './escape.ts';

/** First bytes that were heard, and what they are a sample of. */
export interface Found {
  /** Null where nobody knows them. */
  readonly protocol: string | null;
  readonly kind: keyof Probe['samples'];
  readonly bytes: Bytes;
  readonly version: string | null;
}

/** The sample as it goes into a file of probes/, and as it goes into one of a `--probes` folder. */
export function sampleText(found: Found): string {
  const { protocol, kind } = found;
  const fields = fieldsOf(found);
  const typescript = fields.map((field) => `        ${field},\n`).join('');
  const yaml = fields.map((field, index) => `    ${index === 0 ? '- ' : '  '}${field}\n`).join('');
  const name = protocol ?? 'my-protocol';
  return [
    `for probes/${name}.ts${cutNote(found.bytes)}:\n`,
    `  samples: {\n    ${kind}: [\n      {\n${typescript}      },\n    ],\n  },\n`,
    `for ${name}.yaml in the folder of --probes:\n`,
    `samples:\n  ${kind}:\n${yaml}`,
  ].join('\n');
}

/** As many as tell a protocol; nobody reviews more. */
const SAMPLE_MAX = 1_024;

function fieldsOf({ bytes, version }: Found): readonly string[] {
  return [
    `bytes: ${quoted(bytes.slice(0, SAMPLE_MAX))}`,
    ...(version === null ? [] : [`version: ${quoted(version)}`]),
    'source: "PROGRAM AND VERSION"',
  ];
}

function cutNote(bytes: Bytes): string {
  return bytes.length > SAMPLE_MAX ? ` (the first ${SAMPLE_MAX} of ${bytes.length} bytes)` : '';
}
