import { expect, it } from 'vitest';
import smtp from '../../probes/smtp.ts';
import { fingerprint } from '../../src/decide/fingerprint.ts';
import { KINDS, READING_OF } from '../../src/decide/kinds.ts';

it.each(KINDS)('%s are called what a reading calls them', (kind) => {
  for (const { bytes } of smtp.samples[kind])
    expect(fingerprint(bytes, [smtp], { port: 0, expectedProtocol: null }).kind).toBe(READING_OF[kind]);
});

it('are read in this order', () => {
  const all = { ...smtp, greetings: [/^x/], refusals: [/^x/], scoldings: [/^[xy]/], answers: [/^[xyz]/] };
  const kindOf = (bytes: string) => fingerprint(bytes, [all], { port: 0, expectedProtocol: null }).kind;
  expect(['x', 'y', 'z'].map(kindOf)).toEqual([READING_OF[KINDS[0]], READING_OF[KINDS[2]], READING_OF[KINDS[3]]]);
});
