import type { Bytes } from '../model/bytes.ts';
import type { Probe } from '../model/probe.ts';
import { KINDS, type Kind, READING_OF } from './kinds.ts';

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

/** Names the first bytes of a server by the catalogue. */
export function fingerprint(bytes: Bytes, catalogue: readonly Probe[], hint: Hint): Reading {
  const first = bytes[0];
  if (first === undefined) return UNKNOWN;
  for (const field of KINDS) {
    const index = indexOf(catalogue, field);
    const matches = matchesOf(bytes, index.get(first) ?? index.get(ANY) ?? []);
    const best = matches.length > 1 ? settleTie(matches, hint) : matches[0];
    if (best) return { kind: READING_OF[field], probe: best.probe, version: best.version };
  }
  return UNKNOWN;
}

interface Entry {
  readonly probe: Probe;
  readonly pattern: RegExp;
  /** In the order of the catalogue, in which a protocol's first pattern that matches counts. */
  readonly place: number;
}

/** By the first byte that can match; under ANY those patterns of which that cannot be told. */
type Index = ReadonlyMap<Bytes, readonly Entry[]>;

const ANY = '';

/** A catalogue is indexed once, each kind when it is first asked for: a pattern that is never tried is never compiled. */
const indexes = new WeakMap<readonly Probe[], Map<string, Index>>();

function indexOf(catalogue: readonly Probe[], field: Kind): Index {
  const kinds = indexes.get(catalogue) ?? new Map<string, Index>();
  indexes.set(catalogue, kinds);
  const index = kinds.get(field) ?? byFirstByte(catalogue, field);
  kinds.set(field, index);
  return index;
}

function byFirstByte(catalogue: readonly Probe[], field: Kind): Index {
  const index = new Map<Bytes, Entry[]>([[ANY, []]]);
  let place = 0;
  for (const probe of catalogue) {
    for (const pattern of probe[field] ?? []) {
      const byte = firstByteOf(pattern);
      const entries = index.get(byte) ?? [];
      entries.push({ probe, pattern, place });
      place += 1;
      index.set(byte, entries);
    }
  }
  const anyByte = index.get(ANY) ?? [];
  for (const [byte, entries] of index) {
    if (byte !== ANY) entries.push(...anyByte);
    entries.sort((one, other) => one.place - other.place);
  }
  return index;
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
    matches.find((match) => match.probe.name === hint.expectedProtocol) ??
    matches.find(({ probe }) => probe.ports.includes(hint.port) || probe.overTls?.ports.includes(hint.port)) ??
    left[0] ??
    matches[0]
  );
}
