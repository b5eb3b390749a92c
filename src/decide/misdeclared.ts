import type { Protocol, TlsEnd } from '../model/finding.ts';
import type { Probe, SpeaksFirst } from '../model/probe.ts';
import type { Judgement } from '../model/verdict.ts';

/** The protocol that the user named: by its name (`imaps`), which tells whether it is to be found inside TLS. */
export interface Expected {
  readonly name: string;
  readonly probe: Probe;
  readonly overTls: boolean;
}

/** Who speaks first according to the verdicts that would pass; the others have worse to say than a wrong name. */
const SPEAKER: Partial<Record<Judgement['kind'], SpeaksFirst>> = {
  'server-first': 'server',
  slow: 'server',
  healthy: 'client',
};

/** Holds a working endpoint to the protocol that the user named: another one is not what was asked for. */
export function holdToWord(
  judgement: Judgement,
  protocol: Protocol | null,
  tls: TlsEnd | null,
  expected: Expected | null,
): Judgement {
  const speaker = SPEAKER[judgement.kind];
  if (!expected || !speaker) return judgement;
  const isOther = protocol ? !isMeant(protocol.name, tls, expected) : speaker !== speakerOf(expected);
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

/** TLS is TLS whatever it holds; and where it could not be told what it holds, it may be what was named. */
function isMeant(name: string, tls: TlsEnd | null, expected: Expected): boolean {
  if (name === expected.name) return true;
  if (expected.probe.name === 'tls') return tls !== null;
  return expected.overTls && name === 'tls';
}

function speakerOf({ probe, overTls }: Expected): SpeaksFirst {
  return overTls ? 'client' : probe.speaksFirst;
}
