import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROBES } from '../../probes/index.ts';
import { indexText, probeNames } from '../../scripts/index-probes.ts';
import { fingerprint } from '../../src/decide/fingerprint.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import type { Probe } from '../../src/model/probe.ts';
import { KINDS, PATTERNS, SAMPLES } from './patterns.ts';

type Kind = (typeof KINDS)[number];

const NOWHERE = { port: 0, expectedProtocol: null };
const READING = { greetings: 'greeting', refusals: 'refusal', scoldings: 'scolding', answers: 'answer' } as const;
const names = new Set(PROBES.map(({ name }) => name));
const named = (name: string): Probe | undefined => PROBES.find((probe) => probe.name === name);

const matches = (probe: Probe, kind: Kind, bytes: Bytes): boolean =>
  (probe[kind] ?? []).some((pattern) => pattern.test(bytes));

describe('the index', () => {
  it('lists every file of probes/ (else run: npx tsx scripts/index-probes.ts)', () => {
    expect(readFileSync(new URL('../../probes/index.ts', import.meta.url), 'utf8')).toBe(indexText(probeNames()));
  });

  it('names each protocol as its file is named, and once', () => {
    expect([...names].sort()).toEqual(probeNames());
    expect(names.size).toBe(PROBES.length);
  });
});

describe.each(SAMPLES)('$where', ({ probe, kind, sample }) => {
  it(`is read as ${probe.name}, and as what it is, without the help of a port`, () => {
    const reading = fingerprint(sample.bytes, PROBES, NOWHERE);
    expect(reading).toMatchObject({ kind: READING[kind], probe: { name: probe.name } });
  });

  it('tells its version', () => {
    const reading = fingerprint(sample.bytes, [probe], NOWHERE);
    expect(reading).toMatchObject({ version: sample.version ?? null });
  });

  it('is claimed by nobody else who does not yield', () => {
    const rank = KINDS.indexOf(kind);
    const others = PROBES.filter((other) => other !== probe);
    // Sooner read, whatever it yields to.
    const before = others.filter((other) =>
      KINDS.slice(0, rank).some((sooner) => matches(other, sooner, sample.bytes)),
    );
    const beside = others.filter(
      (other) => matches(other, kind, sample.bytes) && !other.yieldsTo?.includes(probe.name),
    );
    expect([...before, ...beside].map(({ name }) => name)).toEqual([]);
  });

  it('consists of bytes', () => {
    expect(sample.bytes).toMatch(/^[\0-\xff]+$/);
    expect(sample.source).not.toBe('');
  });
});

describe.each(PROBES)('$name', (probe) => {
  const { samples } = probe;
  const welcomes = samples.greetings ?? [];

  it('has a sample for the words it is known by', () => {
    const known = probe.speaksFirst === 'server' ? samples.greetings : samples.answers;
    expect(known?.length ?? 0).toBeGreaterThan(0);
  });

  it('has an opening where the client speaks first', () => {
    // BGP has none: the prober is nobody's neighbour, and both sides begin.
    if (probe.speaksFirst === 'client' && probe.name !== 'bgp') expect(probe.opening).toMatch(/^[\0-\xff]+$/);
  });

  it('names no unusual port, and yields only to protocols that are there and do not yield back', () => {
    for (const port of probe.ports) expect(Number.isInteger(port) && port > 0 && port < 65_536).toBe(true);
    for (const name of probe.yieldsTo ?? []) {
      expect(names).toContain(name);
      // Two that yield to each other would leave the choice to the order of the list; a domain decides between mail and files.
      expect(named(name)?.yieldsTo ?? []).not.toContain(probe.name);
    }
  });

  it('takes its own greetings for whole', () => {
    for (const { bytes } of welcomes) expect(probe.unfinished?.test(bytes) ?? false).toBe(false);
  });

  it('waits for the rest of a greeting that is cut off', () => {
    if (!probe.unfinished) return;
    for (const { bytes } of welcomes) expect(probe.unfinished.test(bytes.slice(0, 3))).toBe(true);
  });

  it('says goodbye to a greeting of its own', () => {
    const first = probe.goodbye?.[0];
    if (!first?.hear || welcomes.length === 0) return;
    expect(welcomes.some(({ bytes }) => first.hear?.test(bytes))).toBe(true);
  });
});

describe('an expression', () => {
  it.each(PATTERNS)('$where is anchored, keeps no state and reads bytes', ({ where, pattern }) => {
    if (!where.includes('goodbye')) expect(anchoredEverywhere(pattern)).toBe(true);
    expect(pattern.flags).toMatch(/^i?s?$/);
  });
});

/** Every branch at the top of the expression begins with `^`: an unanchored one would be tried at each byte. */
const anchoredEverywhere = (pattern: RegExp): boolean => {
  // Nothing matches at the second byte if every branch insists on the first.
  const later = new RegExp(pattern.source, `${pattern.flags}y`);
  const sure = SAMPLES.every(({ sample }) => {
    later.lastIndex = 1;
    return !later.test(sample.bytes);
  });
  return sure && pattern.source.startsWith('^');
};
