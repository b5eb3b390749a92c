import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROBES } from '../../probes/index.ts';
import { indexText, probeNames } from '../../scripts/index-probes.ts';
import { objectionsTo } from '../../src/catalogue/objections.ts';
import { fingerprint } from '../../src/decide/fingerprint.ts';
import { READING_OF } from '../../src/decide/kinds.ts';
import { PATTERNS, SAMPLES } from './patterns.ts';

const NOWHERE = { port: 0, expectedProtocol: null };
const names = new Set(PROBES.map(({ name }) => name));

describe('the index', () => {
  it('lists every file of probes/ (else run: npx tsx scripts/index-probes.ts)', () => {
    expect(readFileSync(new URL('../../probes/index.ts', import.meta.url), 'utf8')).toBe(indexText(probeNames()));
  });

  it('has a name in JavaScript for each', () => {
    const text = indexText(['asterisk-ami', '9p', 'default', 'await']);
    expect([...text.matchAll(/^ {2}(.*),$/gm)].map(([, name]) => name)).toEqual([
      'asteriskAmi',
      'protocol9p',
      'defaultProtocol',
      'awaitProtocol',
    ]);
  });

  it('names each protocol as its file is named, and once', () => {
    expect([...names].sort()).toEqual(probeNames());
    expect(names.size).toBe(PROBES.length);
  });
});

describe.each(SAMPLES)('$where', ({ probe, kind, sample }) => {
  it(`is read as ${probe.name}, and as what it is, without the help of a port`, () => {
    const reading = fingerprint(sample.bytes, PROBES, NOWHERE);
    expect(reading).toMatchObject({ kind: READING_OF[kind], probe: { name: probe.name } });
  });

  it('consists of bytes', () => {
    expect(sample.bytes).toMatch(/^[\0-\xff]+$/);
    expect(sample.source).not.toBe('');
  });
});

describe.each(PROBES)('$name', (probe) => {
  it('stands the law that the protocols of users are held to', () => {
    // BGP has no opening: the prober is nobody's neighbour, and both sides begin.
    const excused = probe.name === 'bgp' ? ['opening'] : [];
    expect(objectionsTo(probe, PROBES).filter(({ place }) => !excused.includes(place))).toEqual([]);
  });

  it('has an opening of bytes, and usual ports that exist', () => {
    if (probe.opening !== undefined) expect(probe.opening).toMatch(/^[\0-\xff]+$/);
    for (const port of probe.ports) expect(Number.isInteger(port) && port > 0 && port < 65_536).toBe(true);
  });
});

describe('an error of PostgreSQL as long as a greeting of NSCA', () => {
  const message =
    'Passwort-Authentifizierung f\xc3\xbcr Benutzer \xc2\xbbmonitoring-agent-of-the-old-tenant\xc2\xab fehlgeschlagen';
  const fields = `SFATAL\0VFATAL\0C28P01\0M${message}\0`;
  const bytes = `E\0\0\0\x83${fields.padEnd(127, 'Fauth.c\0')}`;

  it('is taken for what it is', () => {
    expect(bytes).toHaveLength(132);
    expect(fingerprint(bytes, PROBES, NOWHERE)).toMatchObject({ kind: 'answer', probe: { name: 'postgresql' } });
    expect(fingerprint(bytes, PROBES, { ...NOWHERE, port: 5667 })).toMatchObject({ probe: { name: 'postgresql' } });
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
