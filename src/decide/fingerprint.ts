import type { Bytes } from '../model/bytes.ts';
import type { Probe } from '../model/probe.ts';

/** What first bytes are, as far as the catalogue knows. */
export type Reading =
  | {
      readonly kind: 'greeting' | 'refusal' | 'scolding' | 'answer';
      readonly probe: Probe;
      readonly version: string | null;
    }
  | { readonly kind: 'unknown' };

/** What may break a tie between protocols that greet alike. It never makes a match. */
export interface Hint {
  readonly port: number;
  readonly expectedProtocol: string | null;
}

export type Reader = (bytes: Bytes) => Reading;

const UNKNOWN: Reading = { kind: 'unknown' };

/** Ordered by how much each says: a greeting also contains what would pass as an answer. */
const KINDS = [
  ['greeting', 'greetings'],
  ['refusal', 'refusals'],
  ['scolding', 'scoldings'],
  ['answer', 'answers'],
] as const;

/** Names the first bytes of a server by the catalogue. */
export function fingerprint(bytes: Bytes, catalogue: readonly Probe[], hint: Hint): Reading {
  if (bytes === '') return UNKNOWN;
  for (const [kind, field] of KINDS) {
    const matches = matchesOf(bytes, catalogue, field);
    const best = matches.length > 1 ? settleTie(matches, hint) : matches[0];
    if (best) return { kind, probe: best.probe, version: best.version };
  }
  return UNKNOWN;
}

interface Match {
  readonly probe: Probe;
  readonly version: string | null;
}

function matchesOf(bytes: Bytes, catalogue: readonly Probe[], field: (typeof KINDS)[number][1]): Match[] {
  const matches: Match[] = [];
  for (const probe of catalogue) {
    for (const pattern of probe[field] ?? []) {
      const match = pattern.exec(bytes);
      if (!match) continue;
      matches.push({ probe, version: match.groups?.version ?? null });
      break;
    }
  }
  return matches;
}

function settleTie(matches: readonly Match[], hint: Hint): Match | undefined {
  const names = new Set(matches.map((match) => match.probe.name));
  const left = matches.filter((match) => !match.probe.yieldsTo?.some((name) => names.has(name)));
  return (
    left.find((match) => match.probe.name === hint.expectedProtocol) ??
    matches.find((match) => match.probe.ports.includes(hint.port)) ??
    left[0] ??
    matches[0]
  );
}
