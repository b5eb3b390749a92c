import { expect, test } from 'vitest';
import { planner } from '../../src/experiment/plan.ts';
import { DEFAULT_OPTIONS } from '../../src/model/options.ts';
import type { Probe } from '../../src/model/probe.ts';
import { CATALOGUE, HTTP, MYSQL, SMTP } from '../decide/write.ts';

const names = (probes: readonly Probe[]) => probes.map(({ name }) => name);
const endpoint = (port: number, expectedProtocol: string | null = null) => ({
  input: 'it',
  host: 'it',
  address: '10.0.0.7',
  port,
  expectedProtocol,
});
const planFor = planner(DEFAULT_OPTIONS, CATALOGUE);

test.each([
  ['a port that says nothing', endpoint(1), { ladder: ['http', 'tls', 'redis'], usual: [] }],
  ['the port’s own first', endpoint(6379), { ladder: ['redis', 'http', 'tls'], usual: ['redis'] }],
  [
    'the named one before the port’s',
    endpoint(80, 'redis'),
    { ladder: ['redis', 'http', 'tls'], usual: ['redis', 'http'] },
  ],
  [
    'a server-first one with an opening',
    endpoint(3306),
    { ladder: ['mysql', 'http', 'tls', 'redis'], usual: ['mysql'] },
  ],
  ['a server-first one without', endpoint(25), { ladder: ['http', 'tls'], usual: [] }],
])('asks in this order: %s', (_name, at, expected) => {
  const { ladder, usual } = planFor(at);
  expect({ ladder: names(ladder), usual: names(usual) }).toEqual(expected);
});

test.each([
  ['nothing is known', endpoint(1), { polite: null, expectsGreeting: false, expected: null }],
  ['a greeting is usual', endpoint(25), { polite: null, expectsGreeting: true, expected: null }],
  ['a greeting is usual, and junk is minded', endpoint(3306), { polite: MYSQL, expectsGreeting: true, expected: null }],
  [
    'a greeting was named',
    endpoint(1, 'smtp'),
    { polite: null, expectsGreeting: true, expected: { name: 'smtp', probe: SMTP, overTls: false } },
  ],
  [
    'a greeting in TLS was named',
    endpoint(1, 'submissions'),
    { polite: null, expectsGreeting: false, expected: { name: 'submissions', probe: SMTP, overTls: true } },
  ],
  ['nobody knows what was named', endpoint(80, 'gopher'), { polite: null, expectsGreeting: false, expected: null }],
])('knows what to expect: %s', (_name, at, expected) => {
  expect(planFor(at)).toMatchObject(expected);
});

test('asks ten protocols at the most', () => {
  const many = Array.from({ length: 12 }, (_, index) => ({ ...HTTP, name: `p${index}` }));
  expect(names(planner(DEFAULT_OPTIONS, many)(endpoint(80)).ladder)).toEqual(names(many.slice(0, 10)));
});

test('one plan serves all endpoints of a port and a name', () => {
  expect(planFor(endpoint(25))).toBe(planFor({ ...endpoint(25), host: 'other' }));
  expect(planFor(endpoint(25))).not.toBe(planFor(endpoint(25, 'smtp')));
});

test('begins as the protocol does, and with nothing where it has no opening', () => {
  expect(['mysql', 'smtp', 'gopher'].map(planFor(endpoint(1)).openingOf)).toEqual(['login', '', '']);
});

test('the port breaks ties in reading, and one reading is not kept for other bytes', () => {
  const lmtp = { ...SMTP, name: 'lmtp', ports: [24] };
  const { read } = planner(DEFAULT_OPTIONS, [SMTP, lmtp])(endpoint(24));
  expect(read('220 mail ESMTP Postfix')).toMatchObject({ probe: { name: 'lmtp' }, version: 'Postfix' });
  expect(read('220 mail ESMTP Exim')).toMatchObject({ version: 'Exim' });
});

test.each([
  ['nothing is usual', endpoint(1), { offer: ['h2', 'http/1.1'], protocol: 'http', isUsual: false }],
  ['the web is', endpoint(443), { offer: ['h2', 'http/1.1'], protocol: 'http', isUsual: true }],
  ['a greeting is', endpoint(465), { offer: [], protocol: null, isUsual: true }],
  ['a greeting was named', endpoint(443, 'smtps'), { offer: [], protocol: null, isUsual: true }],
  ['a plain protocol was named', endpoint(1, 'redis'), { protocol: 'http', isUsual: false }],
])('knows what to look for in TLS where %s', (_name, at, expected) => {
  expect(planFor(at).inside).toMatchObject(expected);
});

test('asks for TLS where it is usual, or was named with what is in it', () => {
  expect(names(planFor(endpoint(465)).usual)).toEqual(['tls']);
  expect(names(planFor(endpoint(6379, 'smtps')).usual)).toEqual(['tls', 'redis']);
});
