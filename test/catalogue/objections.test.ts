import { expect, it } from 'vitest';
import { PROBES } from '../../probes/index.ts';
import { objectionsTo } from '../../src/catalogue/objections.ts';
import type { Probe } from '../../src/model/probe.ts';
import { TENANT_PROBE } from './tenant.ts';

const SMTP_LIKE = { bytes: '220 mail.example ESMTP tenant\r\n', source: 'x' };

it('has nothing against a protocol that keeps to itself', () => {
  expect(objectionsTo(TENANT_PROBE, [...PROBES, TENANT_PROBE])).toEqual([]);
});

it.each<[string, Partial<Probe>, string, string, string]>([
  ['no sample of its greeting', { samples: {} }, 'samples.greetings', 'is missing', '--check'],
  [
    'a sample that no pattern of its own takes',
    { greetings: [/^TENANCY/] },
    'samples.greetings[0].bytes',
    'no pattern of greetings matches',
    'mend the pattern',
  ],
  [
    'a sample that is read as something else',
    { greetings: [], refusals: TENANT_PROBE.greetings ?? [] },
    'samples.greetings[0].bytes',
    'are read as a refusal',
    'narrower',
  ],
  [
    'another version than stated',
    { samples: { greetings: [{ bytes: 'TENANT 3.1.4 ready\r\n', version: '3', source: 'x' }] } },
    'samples.greetings[0].version',
    'the version read is "3.1.4"',
    '(?<version>',
  ],
  [
    'no version where one is stated',
    { greetings: [/^TENANT /] },
    'samples.greetings[0].version',
    'no version is read',
    '(?<version>',
  ],
  [
    'bytes that a built-in protocol claims',
    { greetings: [/^220 mail\.example ESMTP tenant/], samples: { greetings: [SMTP_LIKE] }, yieldsTo: ['smtp'] },
    'samples.greetings[0].bytes',
    'greetings[4] of smtp matches them too',
    'yieldsTo: [tenant]',
  ],
  [
    'a pattern that takes the words of a built-in protocol',
    { greetings: [...(TENANT_PROBE.greetings ?? []), /^220 mail\.example ESMTP\r/] },
    'greetings[1]',
    'matches a greeting of smtp: 220 mail.example ESMTP\r\n',
    'yieldsTo: [smtp]',
  ],
  [
    'a greeting that takes the answer of another',
    { greetings: [...(TENANT_PROBE.greetings ?? []), /^\+PONG/], yieldsTo: ['redis'] },
    'greetings[1]',
    'matches an answer of redis',
    'make it narrower',
  ],
  ['a client that says nothing', { speaksFirst: 'client' }, 'opening', 'is missing', 'first words'],
  ['an unfinished that takes the whole', { unfinished: /^TENANT/ }, 'unfinished', 'matches the whole', 'cut off'],
  ['an unfinished that takes no piece', { unfinished: /^X/ }, 'unfinished', 'does not match the first 3', 'cut off'],
  [
    'a goodbye to nobody',
    { goodbye: [{ hear: /^X/, say: 'BYE' }] },
    'goodbye[0].hear',
    'matches no greeting',
    'leave it out',
  ],
  ['yielding to nobody', { yieldsTo: ['nobody'] }, 'yieldsTo[0]', 'no other protocol "nobody"', 'deadair protocols'],
  ['yielding to itself', { yieldsTo: ['tenant'] }, 'yieldsTo[0]', 'no other protocol "tenant"', 'deadair protocols'],
  ['the name of something inside TLS', { name: 'imaps' }, 'name', 'imaps is imap inside TLS', 'otherwise'],
])('objects to %s', (_, change, place, words, hint) => {
  const probe = { ...TENANT_PROBE, ...change };
  expect(objectionsTo(probe, [...PROBES, probe])).toContainEqual({
    place,
    words: expect.stringContaining(words),
    hint: expect.stringContaining(hint),
  });
});

it('lets a pattern take the greeting of a protocol that it yields to', () => {
  const probe = {
    ...TENANT_PROBE,
    greetings: [...(TENANT_PROBE.greetings ?? []), /^220 mail\.example ESMTP\r/],
    yieldsTo: ['smtp'],
  };
  expect(objectionsTo(probe, [...PROBES, probe])).toEqual([]);
});

it('objects to two that yield to each other', () => {
  const probe = { ...TENANT_PROBE, yieldsTo: ['other'] };
  const other = { ...TENANT_PROBE, name: 'other', yieldsTo: ['tenant'] };
  expect(objectionsTo(probe, [probe, other])).toContainEqual(
    expect.objectContaining({ place: 'yieldsTo[0]', words: 'other yields to tenant already' }),
  );
});
