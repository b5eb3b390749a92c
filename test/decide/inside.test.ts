import { expect, test } from 'vitest';
import { gather } from '../../src/decide/evidence.ts';
import { isMeshInside, protocolInside, tlsEndIn } from '../../src/decide/inside.ts';
import type { TranscriptEvent } from '../../src/model/transcript.ts';
import { failed, fin, GREETING, gaveUp, HTTP, heard, listen, opened, read, SMTP, said, transcript } from './write.ts';

const secured = (alpn: string | null): TranscriptEvent => ({
  kind: 'secured',
  atMs: 2,
  protocol: 'TLSv1.3',
  alpn,
  certificate: null,
});
const inside = (...events: TranscriptEvent[]) =>
  transcript({ kind: 'inside', offer: [], protocol: null, afterMs: 0, waitMs: 1_000 }, [opened(), ...events]);
const evidence = (...legs: ReturnType<typeof inside>[]) => gather([listen(opened()), ...legs], read);
const SUBMISSIONS = { name: 'submissions', probe: SMTP, overTls: true };

test.each([
  ['nothing', [], null],
  ['a handshake that failed', [inside(failed(2))], null],
  ['a handshake', [inside(secured(null))], { version: 'TLSv1.3', alpn: null, certificate: null }],
  ['one that failed, and one with another offer', [inside(failed(2)), inside(secured('h2'))], { alpn: 'h2' }],
])('%s shows what it shows', (_name, legs, shown) => {
  const end = tlsEndIn(evidence(...legs));
  if (shown === null) expect(end).toBeNull();
  else expect(end).toMatchObject(shown);
});

test.each([
  ['nothing was said', [secured(null)], null],
  ['unknown words', [secured(null), heard(3, 'WELCOME')], null],
  ['a greeting', [secured(null), heard(3, GREETING)], { name: 'smtps', version: 'Postfix', speaksFirst: 'client' }],
  ['words that scold', [secured(null), said(3, 'opening'), heard(4, '554 no\r\n')], { name: 'smtps', version: null }],
  ['an answer', [secured(null), said(3, 'opening'), heard(4, 'HTTP/1.1 200 OK\r\n')], { name: 'https' }],
  ['what was agreed on', [secured('h2')], { name: 'https', version: null, speaksFirst: 'client' }],
  [
    'a protocol without a name of its own there',
    [secured(null), said(3, 'opening'), heard(4, '+PONG')],
    { name: 'redis/tls' },
  ],
])('inside is %s', (_name, events, protocol) => {
  const named = protocolInside(evidence(inside(...events)), null);
  if (protocol === null) expect(named).toBeNull();
  else expect(named).toMatchObject(protocol);
});

test('of several names the one that was asked for counts', () => {
  const greeted = evidence(inside(secured(null), heard(3, GREETING)));
  expect(protocolInside(greeted, SUBMISSIONS)?.name).toBe('submissions');
  expect(protocolInside(greeted, { name: 'https', probe: HTTP, overTls: true })?.name).toBe('smtps');
});

const shown = (uris: readonly string[]): TranscriptEvent => ({
  kind: 'secured',
  atMs: 2,
  protocol: 'TLSv1.3',
  alpn: null,
  certificate: { subject: '', issuer: '', uris, validTo: '', daysLeft: 1 },
});
const MESH = ['spiffe://cluster.local/ns/db/sa/mysql'];

test.each([
  ['a mesh certificate, and an alert for having none', [shown(MESH), failed(3)], true],
  ['a mesh certificate, and a close', [shown(MESH), fin(3)], true],
  ['a mesh certificate, and words', [shown(MESH), heard(3, GREETING)], false],
  ['a mesh certificate, and nothing more', [shown(MESH), gaveUp(1_000)], false],
  ['another certificate, and an alert', [shown([]), failed(3)], false],
  ['no certificate', [secured(null), failed(3)], false],
])('is it a mesh that is inside? %s', (_name, events, expected) => {
  expect(isMeshInside(evidence(inside(...events)))).toBe(expected);
});
