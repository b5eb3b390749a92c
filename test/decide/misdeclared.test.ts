import { expect, test } from 'vitest';
import { type Expected, holdToWord } from '../../src/decide/misdeclared.ts';
import type { Protocol, TlsEnd } from '../../src/model/finding.ts';
import type { Probe } from '../../src/model/probe.ts';
import type { Judgement } from '../../src/model/verdict.ts';
import { HTTP, MYSQL, SMTP } from './write.ts';

const GREETED: Judgement = { kind: 'server-first', confidence: 'certain', firstByteMs: 1 };
const SLOW: Judgement = { kind: 'slow', confidence: 'likely', firstByteMs: 900, reason: 'late-either-way' };
const ANSWERED: Judgement = { kind: 'healthy', confidence: 'certain', answeredTo: 'opening' };
const MUTE: Judgement = { kind: 'mute', confidence: 'certain', silentMs: 6_000 };
const named = ({ name, speaksFirst }: Probe): Protocol => ({ name, version: null, speaksFirst });
const meant = (probe: Probe, name = probe.name): Expected => ({ name, probe, overTls: name !== probe.name });
const inTls = (name: string): Protocol => ({ name, version: null, speaksFirst: 'client' });
const TLS: Probe = { ...HTTP, name: 'tls' };
const END: TlsEnd = { version: 'TLSv1.3', alpn: null, certificate: null };

test.each<[string, Judgement, Protocol | null, Probe, object]>([
  ['another greeting', GREETED, named(SMTP), MYSQL, { confidence: 'certain', expected: 'mysql', actual: 'smtp' }],
  ['another greeting, late', SLOW, named(SMTP), MYSQL, { confidence: 'certain', actual: 'smtp' }],
  ['another answer', ANSWERED, named(HTTP), SMTP, { confidence: 'certain', expected: 'smtp', actual: 'http' }],
  ['unknown words out of turn', GREETED, null, HTTP, { confidence: 'likely', expected: 'http', actual: null }],
  ['an unknown answer where a greeting was due', ANSWERED, null, SMTP, { confidence: 'likely', actual: null }],
])('%s is not what was named', (_name, judgement, protocol, expected, told) => {
  expect(holdToWord(judgement, protocol, null, meant(expected))).toMatchObject({
    kind: 'misdeclared',
    proxyStatus: null,
    ...told,
  });
});

test.each<[string, Judgement, Protocol | null, Probe | null]>([
  ['nothing was named', GREETED, named(SMTP), null],
  ['the right one', GREETED, named(SMTP), SMTP],
  ['an unknown one that could be the one', SLOW, null, MYSQL],
  ['worse things than a wrong name', MUTE, named(HTTP), SMTP],
])('%s leaves the verdict as it is', (_name, judgement, protocol, expected) => {
  expect(holdToWord(judgement, protocol, null, expected && meant(expected))).toBe(judgement);
});

test.each<[string, Judgement, Protocol | null, TlsEnd | null, Expected, string | null]>([
  ['SMTP in the open', GREETED, named(SMTP), null, meant(SMTP, 'smtps'), 'smtp'],
  ['HTTP in TLS', ANSWERED, inTls('https'), END, meant(SMTP, 'smtps'), 'https'],
  ['HTTP in TLS, where plain HTTP was meant', ANSWERED, inTls('https'), END, meant(HTTP), 'https'],
  ['unknown words in the open', GREETED, null, null, meant(SMTP, 'smtps'), null],
])('%s is not what was named', (_name, judgement, protocol, tls, expected, actual) => {
  expect(holdToWord(judgement, protocol, tls, expected)).toMatchObject({
    kind: 'misdeclared',
    expected: expected.name,
    actual,
  });
});

test.each<[string, Protocol, TlsEnd | null, Expected]>([
  ['SMTP in TLS', inTls('smtps'), END, meant(SMTP, 'smtps')],
  ['TLS, whatever is in it, where SMTP was meant', inTls('tls'), END, meant(SMTP, 'smtps')],
  ['TLS that was not looked into', inTls('tls'), null, meant(TLS)],
  ['anything in TLS, where TLS was meant', inTls('smtps'), END, meant(TLS)],
])('%s is what was named', (_name, protocol, tls, expected) => {
  expect(holdToWord(ANSWERED, protocol, tls, expected)).toBe(ANSWERED);
});
