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
  const first = bytes[0];
  if (first === undefined) return UNKNOWN;
  const index = indexOf(catalogue);
  for (const [kind] of KINDS) {
    const matches = matchesOf(bytes, index[kind].get(first) ?? index[kind].get(ANY) ?? []);
    const best = matches.length > 1 ? settleTie(matches, hint) : matches[0];
    if (best) return { kind, probe: best.probe, version: best.version };
  }
  return UNKNOWN;
}

interface Entry {
  readonly probe: Probe;
  readonly pattern: RegExp;
}

/** By the first byte that can match; under ANY those patterns of which that cannot be told. */
type Index = { readonly [K in (typeof KINDS)[number][0]]: ReadonlyMap<Bytes, readonly Entry[]> };

const ANY = '';

/** A catalogue is indexed once: a scan reads every greeting by it. */
const indexes = new WeakMap<readonly Probe[], Index>();

function indexOf(catalogue: readonly Probe[]): Index {
  const known = indexes.get(catalogue);
  if (known) return known;
  const index = Object.fromEntries(
    KINDS.map(([kind, field]) => [
      kind,
      byFirstByte(catalogue.flatMap((probe) => (probe[field] ?? []).map((pattern) => ({ probe, pattern })))),
    ]),
  ) as Index;
  indexes.set(catalogue, index);
  return index;
}

function byFirstByte(entries: readonly Entry[]): ReadonlyMap<Bytes, readonly Entry[]> {
  const bytes = new Set([ANY, ...entries.map(({ pattern }) => firstByteOf(pattern))]);
  return new Map(
    [...bytes].map((byte) => [byte, entries.filter(({ pattern }) => [byte, ANY].includes(firstByteOf(pattern)))]),
  );
}

/** The one byte that a pattern must begin with: a plain character at its start that nothing makes optional. */
function firstByteOf({ source, flags }: RegExp): Bytes {
  if (flags.includes('i') || source.includes('|')) return ANY;
  return /^\^([\w <+@-])(?![*?{])/.exec(source)?.[1] ?? ANY;
}

interface Match {
  readonly probe: Probe;
  readonly version: string | null;
}

function matchesOf(bytes: Bytes, entries: readonly Entry[]): Match[] {
  const matches: Match[] = [];
  for (const { probe, pattern } of entries) {
    if (matches.at(-1)?.probe === probe) continue;
    const match = pattern.exec(bytes);
    if (match) matches.push({ probe, version: match.groups?.version ?? null });
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
