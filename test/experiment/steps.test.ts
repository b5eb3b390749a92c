import { expect, test } from 'vitest';
import { gather } from '../../src/decide/evidence.ts';
import { planner } from '../../src/experiment/plan.ts';
import {
  firstNudge,
  isLookedAtTwice,
  lastLook,
  lookInside,
  politeNudge,
  question,
  secondLook,
  weighingNudge,
  wordsFor,
} from '../../src/experiment/steps.ts';
import { DEFAULT_OPTIONS } from '../../src/model/options.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import {
  ask,
  CATALOGUE,
  failed,
  heard,
  listen,
  MYSQL,
  nudge,
  opened,
  PROXY_400,
  read,
  SMTP,
  said,
  transcript,
} from '../decide/write.ts';

const plan = planner(
  DEFAULT_OPTIONS,
  CATALOGUE,
)({ input: 'it', host: 'it', address: '10.0.0.7', port: 1, expectedProtocol: null });
const after = (...more: Transcript[]) => gather([listen(opened(100)), ...more], read);

test('far away everything is waited for longer', () => {
  expect(firstNudge(after())).toMatchObject({ nudge: 'quiet', waitMs: 1_100, blankLine: true });
  expect(question('redis', after(), plan)).toMatchObject({ kind: 'ask', protocol: 'redis', waitMs: 800 });
});

test.each([
  ['nobody known', null, { kind: 'nudge', nudge: 'quiet' }],
  ['one without words of its own', SMTP, { kind: 'nudge', nudge: 'quiet' }],
  ['one that minds junk', MYSQL, { kind: 'ask', protocol: 'mysql' }],
])('words for %s', (_name, probe, step) => {
  expect(wordsFor(probe, 0, 500)).toMatchObject({ ...step, afterMs: 0, waitMs: 500 });
});

test('a polite nudge is the opening', () => {
  expect(politeNudge(MYSQL, after())).toMatchObject({ kind: 'ask', protocol: 'mysql', afterMs: 0 });
});

test('a second look is silent first, and is known again by that', () => {
  expect(secondLook(null, 1_000)).toMatchObject({ afterMs: 300, waitMs: 1_000 });
  expect(isLookedAtTwice(after(nudge({ afterMs: 300 }, opened())))).toBe(true);
  expect(isLookedAtTwice(after(nudge({ afterMs: 20 }, opened()), ask('mysql', opened())))).toBe(false);
});

test('a weighing nudge gives as long as the first took, and does not come with the connect', () => {
  expect(weighingNudge('one-letter', 250)).toMatchObject({ nudge: 'one-letter', afterMs: 20, waitMs: 650 });
});

test('the last look has the larger part of the patience', () => {
  expect(lastLook(plan)).toMatchObject({ nudge: 'quiet-long', waitMs: 3_300, blankLine: false });
});

test('a page may have to be made, and a proxy may have to wait for its server', () => {
  expect(question('http', after(), plan)).toMatchObject({ waitMs: 1_400 });
  const proxied = nudge({}, opened(), said(0.5), heard(1, PROXY_400));
  expect(question('http', after(proxied), plan)).toMatchObject({ waitMs: 6_000 });
});

const handshake = (offer: readonly string[], ...events: Transcript['events']) => ({
  ...after(),
  inside: gather(
    [listen(opened()), transcript({ kind: 'inside', offer, protocol: null, afterMs: 0, waitMs: 1 }, [...events])],
    read,
  ).inside,
});
const SECURED = { kind: 'secured', atMs: 1, protocol: 'TLSv1.3', alpn: null, certificate: null } as const;
const at = (port: number, options: Partial<typeof DEFAULT_OPTIONS> = {}) =>
  planner(
    { ...DEFAULT_OPTIONS, ...options },
    CATALOGUE,
  )({ input: 'it', host: 'it', address: '10.0.0.7', port, expectedProtocol: null });

test.each([
  [
    'for anything, a greeting first',
    after(),
    at(1),
    { offer: ['h2', 'http/1.1'], protocol: 'http', afterMs: 1_000, waitMs: 1_400 },
  ],
  ['for the web at once', after(), at(443), { protocol: 'http', afterMs: 0, waitMs: 1_400 }],
  ['for a greeting, and nothing else', after(), at(465), { offer: [], protocol: null, waitMs: 2_400 }],
  [
    'again, without an offer, when the first failed',
    handshake(['h2'], failed(2)),
    at(1),
    { offer: [], protocol: 'http' },
  ],
  ['no more when that was made without one', handshake([], failed(2)), at(1), null],
  ['no more once it has shown itself', handshake(['h2'], SECURED), at(1), null],
  ['never where no handshake may be made', after(), at(1, { identify: false }), null],
])('looks inside TLS %s', (_name, evidence, plan, step) => {
  const look = lookInside(evidence, plan);
  if (step === null) expect(look).toBeNull();
  else expect(look).toMatchObject({ kind: 'inside', ...step });
});
