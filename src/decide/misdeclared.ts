import type { Protocol } from '../model/finding.ts';
import type { Probe, SpeaksFirst } from '../model/probe.ts';
import type { Judgement } from '../model/verdict.ts';

/** Who speaks first according to the verdicts that would pass; the others have worse to say than a wrong name. */
const SPEAKER: Partial<Record<Judgement['kind'], SpeaksFirst>> = {
  'server-first': 'server',
  slow: 'server',
  healthy: 'client',
};

/** Holds a working endpoint to the protocol that the user named: another one is not what was asked for. */
export function holdToWord(judgement: Judgement, protocol: Protocol | null, expected: Probe | null): Judgement {
  const speaker = SPEAKER[judgement.kind];
  if (!expected || !speaker) return judgement;
  const isOther = protocol ? protocol.name !== expected.name : speaker !== expected.speaksFirst;
  if (!isOther) return judgement;
  const confidence = protocol ? 'certain' : 'likely';
  return {
    kind: 'misdeclared',
    confidence,
    expected: expected.name,
    actual: protocol?.name ?? null,
    proxyStatus: null,
  };
}
