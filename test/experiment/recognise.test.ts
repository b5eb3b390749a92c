import { expect, test } from 'vitest';
import { gather } from '../../src/decide/evidence.ts';
import { promptedIn } from '../../src/decide/prompted.ts';
import { planner } from '../../src/experiment/plan.ts';
import { recognise } from '../../src/experiment/recognise.ts';
import { OFFERS } from '../../src/mesh/offers.ts';
import { DEFAULT_OPTIONS } from '../../src/model/options.ts';
import type { Probe } from '../../src/model/probe.ts';
import type { Transcript, TranscriptEvent } from '../../src/model/transcript.ts';
import {
  ask,
  askGot,
  CATALOGUE,
  failed,
  fin,
  heard,
  NO_ANSWER,
  nudge,
  nudgeGot,
  opened,
  read,
  SILENCE,
  said,
  transcript,
} from '../decide/write.ts';

const BROKEN = nudge({}, opened(), said(0.5), fin(1));
const TLS = ask('tls', opened(), said(0.5, 'opening'), heard(1, '\x16\x03\x03'));
const inside = (...events: TranscriptEvent[]) =>
  transcript({ kind: 'inside', offer: [], protocol: null, afterMs: 0, waitMs: 1 }, [opened(), ...events]);
const secured = (...uris: string[]): TranscriptEvent => ({
  kind: 'secured',
  atMs: 1,
  protocol: 'TLSv1.3',
  alpn: null,
  certificate: { subject: '', issuer: 'ca', uris, validTo: '', daysLeft: 1 },
});
const WORKLOAD = 'spiffe://cluster.local/ns/db/sa/mysql';
const identified = (offer: readonly string[], ...uris: string[]) =>
  transcript({ kind: 'identify', offer: [...offer], waitMs: 1 }, [
    opened(),
    // A sidecar agrees on Istio's own where it is offered; a server of its own on nothing.
    { ...secured(...uris), ...(uris.length > 0 && offer.length > 0 && { alpn: 'istio-peer-exchange' }) },
    failed(2, 'ERR_SSL_ALERT'),
  ]);
const STRICT = [identified(OFFERS[0], WORKLOAD), identified(OFFERS[2], WORKLOAD)];

/** A protocol that tells its version to who asks in its own words. */
const TELLING: Probe = {
  name: 'telling',
  title: 'Telling',
  ports: [7],
  speaksFirst: 'client',
  source: 'a test',
  opening: 'version',
  answers: [/^VERSION (?<version>\d)/, /^WHAT/],
  samples: {},
};

test.each<[string, number, Transcript[], object]>([
  ['an answer as usual here', 6379, [NO_ANSWER, askGot('redis', '+PONG')], { kind: 'done' }],
  ['an answer where nothing is usual', 1, [nudgeGot('+PONG')], { kind: 'done' }],
  ['another answer than is usual', 80, [nudgeGot('+PONG')], { steps: [{ kind: 'ask', protocol: 'http' }] }],
  ['a version that was not told', 1, [nudgeGot('WHAT')], { steps: [{ kind: 'ask', protocol: 'telling' }] }],
  ['nor when asked', 1, [nudgeGot('WHAT'), askGot('telling', 'WHAT')], { kind: 'done' }],
  ['a version that was told', 1, [nudgeGot('VERSION 3')], { kind: 'done' }],
  ['TLS', 1, [NO_ANSWER, TLS], { steps: [{ kind: 'inside' }] }],
  ['TLS that was looked into', 1, [NO_ANSWER, TLS, inside(secured())], { kind: 'done' }],
  ['TLS, and plain words broken off', 1, [BROKEN, TLS], { steps: [{ kind: 'identify' }] }],
  ['such TLS, which is nobody’s sidecar', 1, [BROKEN, TLS, identified(OFFERS[0])], { steps: [{ kind: 'inside' }] }],
  ['such TLS, which is a strict sidecar’s', 1, [BROKEN, TLS, ...STRICT], { kind: 'done' }],
  [
    'a mesh certificate inside, and we are turned away',
    1,
    [NO_ANSWER, TLS, inside(secured(WORKLOAD), failed(2))],
    { steps: [{ kind: 'identify', offer: OFFERS[0] }] },
  ],
])('%s', (_name, port, transcripts, expected) => {
  const catalogue = [...CATALOGUE, TELLING];
  const plan = planner(
    DEFAULT_OPTIONS,
    catalogue,
  )({ input: 'it', host: 'it', address: '10.0.0.7', port, expectedProtocol: null });
  const evidence = gather([SILENCE, ...transcripts], (bytes) => {
    const version = TELLING.answers?.[0]?.exec(bytes)?.groups?.version ?? null;
    const isTelling = TELLING.answers?.some((pattern) => pattern.test(bytes)) === true;
    return isTelling ? { kind: 'answer', probe: TELLING, version } : read(bytes);
  });
  const prompted = promptedIn(evidence);
  if (prompted.kind !== 'answered') throw new Error('a row of answers');
  const standing = { evidence, isListening: false, elapsedMs: 6_000 };
  expect(recognise(prompted, standing, plan)).toMatchObject(expected);
});
