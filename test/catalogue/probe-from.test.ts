import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROBES } from '../../probes/index.ts';
import { probeFrom } from '../../src/catalogue/probe-from.ts';
import type { Probe } from '../../src/model/probe.ts';
import { TENANT, TENANT_PROBE } from './tenant.ts';

/** A built-in protocol as a file would have it. */
const written = (probe: Probe): unknown =>
  JSON.parse(JSON.stringify(probe, (_, value: unknown) => (value instanceof RegExp ? String(value) : value)));

it('reads a protocol', () => {
  expect(probeFrom(TENANT, '')).toEqual(TENANT_PROBE);
});

it.each(PROBES)('could read $name, were it a file', (probe) => {
  expect(probeFrom(written(probe), '')).toEqual(probe);
});

describe('a mistake is named by its field', () => {
  it.each<[object, string, string]>([
    [{ greeting: ['^x'] }, 'greeting: is no field', 'did you mean greetings?'],
    [{ speaksFirst: 'both' }, 'speaksFirst: "both" is neither', 'server or client'],
    [{ ports: [70_000] }, 'ports[0]: "70000" is not a port', 'between'],
    [{ greetings: ['^a+a+$'] }, 'greetings[0]: this could run for ever', 'bound'],
    [{ goodbye: [{ hear: '^x', speak: 'y' }] }, 'goodbye[0].speak: is no field', 'there are hear, say'],
    [{ samples: { greeting: [] } }, 'samples.greeting: is no field', 'did you mean greetings?'],
    [
      { samples: { greetings: [{ bytes: '\u20ac', source: 'x' }] } },
      'samples.greetings[0].bytes: "\u20ac"',
      'one byte',
    ],
    [
      { samples: { greetings: [{ bytes: 'x', version: 3.1, source: 'x' }] } },
      'samples.greetings[0].version: "3.1"',
      'quotes',
    ],
    [{ overTls: { names: [], ports: [] } }, 'overTls.names: is empty', 'leave it out'],
    [{ source: undefined }, 'source: is missing', 'write source'],
  ])('%#', (change, message, hint) => {
    expect(() => probeFrom({ ...TENANT, ...change }, '')).toThrow(
      expect.objectContaining({ message: expect.stringContaining(message), hint: expect.stringContaining(hint) }),
    );
  });

  it('or by its shape', () => {
    expect(() => probeFrom([TENANT], '')).toThrow('a list where fields belong');
    expect(() => probeFrom(null, '')).toThrow('nothing where fields belong');
  });
});

it('reads any document, or says what is wrong with it', () => {
  const field = fc.constantFrom(...Object.keys(TENANT));
  const value = fc.oneof(
    fc.anything({ maxDepth: 3 }),
    fc.constantFrom('^a', 'server', ['^a+a+b'], [{ say: '' }], { greetings: [{}] }),
  );
  fc.assert(
    fc.property(field, value, (name, held) => {
      try {
        expect(probeFrom({ ...TENANT, [name]: held }, '')).toMatchObject({ speaksFirst: expect.any(String) });
      } catch (error) {
        expect(error).toMatchObject({ name: 'UsageError', message: expect.stringMatching(`^${name}`) });
      }
    }),
    { numRuns: 300 },
  );
});
