import type { Measurement } from '../model/finding.ts';

/** Makes one measurement of several samples of one address: what they agree on, or that they do not. */
export function agree(samples: readonly Measurement[]): Measurement {
  const [first] = samples;
  if (!first) throw new Error('no sample was taken');
  if (samples.length === 1) return first;
  const kinds = [...new Set(samples.map(({ judgement }) => judgement.kind))];
  const transcripts = samples.flatMap((sample) => sample.transcripts);
  if (kinds.length === 1) return { ...first, transcripts };
  const protocol = samples.find((sample) => sample.protocol)?.protocol ?? null;
  return {
    ...first,
    judgement: { kind: 'inconsistent', confidence: 'certain', seen: kinds },
    protocol,
    cause: null,
    transcripts,
  };
}
