import { expect, test } from 'vitest';
import { NUDGES, QUIET_NUDGE } from '../../src/experiment/nudges.ts';
import { INSPECTORS, inspect } from '../../src/lab/inspectors.ts';

const QUIET = ['quiet', 'quiet-tabs', 'quiet-long'] as const;
const inspectors = Object.keys(INSPECTORS) as (keyof typeof INSPECTORS)[];

test.each(QUIET)('%s makes every inspector decide that it is neither TLS nor HTTP', (name) => {
  expect(inspectors.filter((inspector) => inspect([inspector], NUDGES[name]) !== 'raw')).toEqual([]);
});

test.each(QUIET)('%s ends no line, holds no NUL, and is a MySQL packet of sequence 1 with more to come', (name) => {
  const bytes = NUDGES[name];
  expect(bytes).not.toMatch(/[\r\n\0]/);
  const length = bytes.charCodeAt(0) + bytes.charCodeAt(1) * 256 + bytes.charCodeAt(2) * 65_536;
  expect(length).toBeGreaterThan(bytes.length);
  expect(bytes.charCodeAt(3)).toBe(1);
});

test('one letter keeps an HTTP inspector waiting, one byte of TLS a TLS inspector', () => {
  expect(inspect(['envoy-http'], NUDGES['one-letter'])).toBe('wait');
  expect(inspect(['envoy-tls'], NUDGES['one-tls-byte'])).toBe('wait');
  expect(inspect(['haproxy'], NUDGES['one-tls-byte'])).toBe('wait');
});

test('what a careless prober sends frees nothing', () => {
  expect(inspect(['envoy-tls', 'envoy-http'], '\r\n')).toBe('wait');
  expect(inspect(['envoy-tls', 'envoy-http'], '\r\n\r\n')).toBe('wait');
  expect(QUIET_NUDGE).toHaveLength(8);
});
