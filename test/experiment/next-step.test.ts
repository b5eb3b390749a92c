import { expect, test } from 'vitest';
import { gather } from '../../src/decide/evidence.ts';
import type { Next } from '../../src/experiment/next.ts';
import { nextStep } from '../../src/experiment/next-step.ts';
import { planner } from '../../src/experiment/plan.ts';
import { DEFAULT_OPTIONS } from '../../src/model/options.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import {
  ask,
  askGot,
  CATALOGUE,
  FREED,
  FREED_LATER,
  failed,
  fin,
  GREETING,
  gaveUp,
  heard,
  listen,
  NO_ANSWER,
  NUDGE_PROXIED,
  NUDGE_RESET,
  nudge,
  nudgeGot,
  opened,
  SILENCE,
  said,
} from '../decide/write.ts';

const OPEN = listen(opened());
const LATE = listen(opened(), heard(1_000, GREETING));
const UNKNOWN = nudgeGot('WELCOME');
const MYSQL_GREETING = 'J\0\0\0\x0a8.0.36\0';
const COMPLAINT = nudgeGot('ERROR what?');
const asked = (name: string) => ask(name, opened(), said(0.5, 'opening'), gaveUp(500));

interface Case {
  readonly at?: number;
  readonly port?: number;
  readonly isListening?: boolean;
  readonly options?: Partial<typeof DEFAULT_OPTIONS>;
  /** The ladder is short without it. */
  readonly knowsTls?: boolean;
}

const nudgeNow = { kind: 'connect', steps: [{ kind: 'nudge', nudge: 'quiet', afterMs: 0 }] };
const pair = {
  steps: [{ kind: 'listen' }, { kind: 'nudge', nudge: 'quiet', afterMs: 0, waitMs: 2_000, blankLine: false }],
};
const done = { kind: 'done' };
const listenOn = { kind: 'listen-on', untilMs: null };

test.each<[string, Transcript[], Case, object]>([
  ['not accepted yet', [listen()], {}, { kind: 'listen-on', untilMs: 1_000 }],
  ['not accepted for long', [listen()], { at: 2_000 }, { kind: 'listen-on', untilMs: 2_100 }],
  ['early silence is left alone', [OPEN], { at: 500 }, { kind: 'listen-on', untilMs: 1_000 }],
  ['enough silence', [OPEN], { at: 1_000 }, nudgeNow],
  [
    'a protocol that minds junk is nudged in its own words',
    [OPEN],
    { at: 1_000, port: 3306 },
    { steps: [{ kind: 'ask', protocol: 'mysql', afterMs: 0 }] },
  ],
  ['and by the quiet nudge, if that frees nothing', [OPEN, asked('mysql')], { at: 1_800, port: 3306 }, nudgeNow],
  [
    'an unknown reply to its words is no answer yet',
    [OPEN, askGot('mysql', 'WELCOME')],
    { at: 1_800, port: 3306 },
    nudgeNow,
  ],
  [
    'it is looked at twice in its own words too',
    [OPEN, askGot('mysql', MYSQL_GREETING)],
    { at: 1_100, port: 3306 },
    { steps: [{ kind: 'ask', protocol: 'mysql', afterMs: 300 }] },
  ],
  [
    'a late greeting that a second look has freed needs no more comparing',
    [LATE, FREED, FREED_LATER],
    { isListening: false },
    { steps: [{ kind: 'identify' }] },
  ],
  ['a close is no reason to wait', [listen(opened(), fin(1))], { at: 2, isListening: false }, nudgeNow],
  ['a prompt greeting is all', [listen(opened(), heard(1, GREETING))], { isListening: false }, done],
  ['a prompt greeting is heard out', [listen(opened(), heard(1, GREETING))], {}, listenOn],
  ['the refused are left alone', [listen(failed(1, 'ECONNREFUSED'))], { isListening: false }, done],
  ['nothing is sent when nothing may be', [OPEN], { at: 3_000, options: { nudge: false } }, listenOn],
  ['nothing is sent to the late either', [LATE], { isListening: false, options: { nudge: false } }, done],

  ['a freed greeting is looked at twice', [OPEN, FREED], { at: 1_100 }, { steps: [{ kind: 'nudge', afterMs: 300 }] }],
  ['then the mesh is asked who it is', [OPEN, FREED, FREED_LATER], { at: 1_500 }, { steps: [{ kind: 'identify' }] }],
  ['not when that is forbidden', [OPEN, FREED, FREED_LATER], { at: 1_500, options: { identify: false } }, listenOn],
  [
    'a freed close is listened to again',
    [listen(opened(), fin(5)), FREED, FREED_LATER],
    { isListening: false },
    { steps: [{ kind: 'listen' }] },
  ],
  [
    'a slow greeting needs no gate: silence was one',
    [SILENCE, nudgeGot(GREETING, 3_000)],
    { isListening: false, options: { identify: false } },
    done,
  ],

  ['a late greeting is compared with a nudged one and a silent one', [LATE], { isListening: false }, pair],
  ['twice, where it may be load', [LATE, LATE, FREED], { isListening: false }, pair],
  ['until it is sure', [LATE, LATE, FREED, LATE, FREED], { isListening: false }, { steps: [{ kind: 'identify' }] }],
  ['a nudge that changes nothing is enough', [LATE, LATE, nudgeGot(GREETING, 990)], { isListening: false }, done],
  ['late once is enough', [LATE, FREED, listen(opened(), heard(1, GREETING))], { isListening: false }, done],

  [
    'plaintext is reset and TLS answered: only a certificate tells whose it is',
    [OPEN, NUDGE_RESET, NUDGE_RESET, NUDGE_RESET, askGot('tls', '\x16\x03\x03')],
    { at: 1_300, knowsTls: true },
    { steps: [{ kind: 'identify' }] },
  ],
  ['an unknown reply is weighed', [OPEN, UNKNOWN], { at: 1_100 }, { steps: [{ kind: 'nudge', nudge: 'quiet-tabs' }] }],
  ['a complaint is an answer', [OPEN, COMPLAINT], { at: 1_100 }, done],
  [
    'whose name is asked for where the port has a usual one',
    [OPEN, COMPLAINT],
    { at: 1_100, port: 6379 },
    { steps: [{ kind: 'ask', protocol: 'redis' }] },
  ],
  ['a known answer is all', [OPEN, NO_ANSWER, askGot('redis', '+PONG')], { at: 2_500 }, done],

  [
    'no answer to a nudge: ask',
    [OPEN, NO_ANSWER],
    { at: 2_000 },
    { steps: [{ kind: 'ask', protocol: 'http', waitMs: 1_002 }] },
  ],
  [
    'in the order of the port',
    [OPEN, NO_ANSWER],
    { at: 2_000, port: 6379 },
    { steps: [{ kind: 'ask', protocol: 'redis' }] },
  ],
  [
    'one after the other',
    [OPEN, NO_ANSWER, asked('http')],
    { at: 2_500 },
    { steps: [{ kind: 'ask', protocol: 'redis' }] },
  ],
  [
    'then look once more, patiently',
    [OPEN, NO_ANSWER, asked('http'), asked('redis')],
    { at: 3_000 },
    { steps: [{ kind: 'nudge', nudge: 'quiet-long', waitMs: 3_300 }] },
  ],
  [
    'and that first, where a greeting is usual',
    [OPEN, NO_ANSWER],
    { at: 2_000, port: 25 },
    { steps: [{ nudge: 'quiet-long' }] },
  ],
  [
    'a mute server is not asked for its mesh',
    [
      SILENCE,
      NO_ANSWER,
      asked('http'),
      asked('redis'),
      nudge({ nudge: 'quiet-long' }, opened(), said(0.5), gaveUp(6_000)),
    ],
    { isListening: false },
    done,
  ],
  [
    'a proxy that speaks HTTP is given time',
    [OPEN, NUDGE_PROXIED],
    { at: 1_100 },
    { steps: [{ kind: 'ask', protocol: 'http', waitMs: 6_000 }] },
  ],

  ['a reset may have overtaken a greeting', [OPEN, NUDGE_RESET], { at: 1_100 }, nudgeNow],
  ['twice', [OPEN, NUDGE_RESET, NUDGE_RESET], { at: 1_200 }, nudgeNow],
  ['not three times', [OPEN, NUDGE_RESET, NUDGE_RESET, NUDGE_RESET], { at: 1_300 }, { steps: [{ kind: 'ask' }] }],
  [
    'an unexplained close is a reason to ask the mesh',
    [OPEN, NUDGE_RESET, NUDGE_RESET, NUDGE_RESET, asked('http'), asked('redis')],
    { at: 1_300 },
    { steps: [{ kind: 'identify' }] },
  ],
])('%s', (_name, transcripts, { at = 0, port = 1, isListening = true, options = {}, knowsTls = false }, expected) => {
  const endpoint = { input: 'it', host: 'it', address: '10.0.0.7', port, expectedProtocol: null };
  const plan = planner(
    { ...DEFAULT_OPTIONS, ...options },
    CATALOGUE.filter(({ name }) => name !== 'tls' || knowsTls),
  )(endpoint);
  const next: Next = nextStep({ evidence: gather(transcripts, plan.read), isListening, elapsedMs: at }, plan);
  expect(next).toMatchObject(expected);
});
