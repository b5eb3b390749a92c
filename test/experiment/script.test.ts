import { expect, test } from 'vitest';
import { fingerprint } from '../../src/decide/fingerprint.ts';
import { QUIET_NUDGE } from '../../src/experiment/nudges.ts';
import { type Heard, scriptFor } from '../../src/experiment/script.ts';
import type { Step } from '../../src/model/transcript.ts';
import { CATALOGUE, GREETING, HTTP } from '../decide/write.ts';

const read = (bytes: string) => fingerprint(bytes, CATALOGUE, { port: 1, expectedProtocol: null });
const LISTEN: Step = { kind: 'listen', waitMs: 6_000 };
const NUDGE: Step = { kind: 'nudge', nudge: 'quiet', afterMs: 0, waitMs: 1_000, blankLine: true };
const GATE: Step = { kind: 'nudge', nudge: 'quiet', afterMs: 300, waitMs: 1_000, blankLine: false };
const ASK: Step = { kind: 'ask', protocol: 'http', afterMs: 0, waitMs: 500 };
const INSIDE: Extract<Step, { kind: 'inside' }> = {
  kind: 'inside',
  offer: ['h2'],
  protocol: 'http',
  afterMs: 1_000,
  waitMs: 500,
};
const MYSQL_GREETING = 'J\0\0\0\x0a8.0.36\0';
const TEASER = '220-mail ESMTP waits\r\n';

const silentAt = (nowMs: number, said: Heard['said'] = [], lastSaidMs: number | null = null): Heard => ({
  nowMs,
  openedMs: 0,
  securedMs: null,
  alpn: null,
  firstByteMs: null,
  lastByteMs: null,
  bytes: '',
  freshBytes: '',
  said,
  lastSaidMs,
  replyMs: 0,
});

/** Bytes came at 10 ms, before or after what was said. */
const heardAt = (
  nowMs: number,
  bytes: string,
  said: Heard['said'] = [],
  lastSaidMs: number | null = null,
  freshBytes = bytes,
): Heard => ({
  ...silentAt(nowMs, said, lastSaidMs),
  firstByteMs: 10,
  lastByteMs: 10,
  bytes,
  freshBytes,
});

test.each<[string, Step, Heard, object]>([
  ['listens', LISTEN, silentAt(0), { kind: 'wait', untilMs: 6_000 }],
  ['gives up', LISTEN, silentAt(6_000), { kind: 'give-up' }],
  ['says goodbye to a greeting', LISTEN, heardAt(10, GREETING), { kind: 'say', purpose: 'goodbye', bytes: 'QUIT\r\n' }],
  ['and leaves', LISTEN, heardAt(11, GREETING, ['goodbye'], 11, ''), { kind: 'leave' }],
  ['says nothing before a greeting is whole', LISTEN, heardAt(10, TEASER), { kind: 'wait', untilMs: 7_000 }],
  ['nor when it never becomes whole', LISTEN, heardAt(7_000, TEASER), { kind: 'give-up' }],
  ['waits for more of what nobody knows', LISTEN, heardAt(10, 'WEL'), { kind: 'wait', untilMs: 130 }],
  ['and leaves without a word', LISTEN, heardAt(130, 'WELCOME'), { kind: 'leave' }],
  [
    'does not wait for ever for a server that drips',
    LISTEN,
    { ...heardAt(1_010, 'WELCOME'), lastByteMs: 1_009 },
    { kind: 'leave' },
  ],
  ['says no goodbye to a server that turns it away', LISTEN, heardAt(10, '421 too busy\r\n'), { kind: 'leave' }],

  ['finishes a handshake', LISTEN, heardAt(10, MYSQL_GREETING), { kind: 'say', bytes: 'login' }],
  [
    'waits for the reply to it',
    LISTEN,
    heardAt(11, MYSQL_GREETING, ['goodbye'], 11, ''),
    { kind: 'wait', untilMs: 1_011 },
  ],
  [
    'answers the reply it knows',
    LISTEN,
    heardAt(12, MYSQL_GREETING, ['goodbye'], 11, 'switch!'),
    { kind: 'say', bytes: 'switched' },
  ],
  ['leaves after any other', LISTEN, heardAt(12, MYSQL_GREETING, ['goodbye'], 11, 'denied'), { kind: 'leave' }],
  ['leaves after none', LISTEN, heardAt(1_011, MYSQL_GREETING, ['goodbye'], 11, ''), { kind: 'leave' }],

  ['nudges at once', NUDGE, silentAt(0), { kind: 'say', purpose: 'nudge', bytes: QUIET_NUDGE }],
  ['or after a silence', GATE, silentAt(0), { kind: 'wait', untilMs: 300 }],
  ['which is then over', GATE, silentAt(300), { kind: 'say', purpose: 'nudge' }],
  ['does not nudge a server that has greeted', GATE, heardAt(10, GREETING), { kind: 'say', purpose: 'goodbye' }],
  ['waits after a nudge', NUDGE, silentAt(1, ['nudge'], 0), { kind: 'wait', untilMs: 300 }],
  ['ends the line', NUDGE, silentAt(300, ['nudge'], 0), { kind: 'say', purpose: 'blank-line', bytes: '\r\n\r\n' }],
  ['waits again', NUDGE, silentAt(401, ['nudge', 'blank-line'], 400), { kind: 'wait', untilMs: 1_000 }],
  ['gives up at last', NUDGE, silentAt(1_000, ['nudge', 'blank-line'], 400), { kind: 'give-up' }],
  ['ends no line where that is not wanted', GATE, silentAt(800, ['nudge'], 300), { kind: 'wait', untilMs: 1_300 }],
  [
    'says a blank line to what nobody knows',
    NUDGE,
    heardAt(130, 'WELCOME', ['nudge'], 0),
    { kind: 'say', purpose: 'blank-line' },
  ],
  ['once it is settled', NUDGE, heardAt(10, 'WELCOME', ['nudge'], 0), { kind: 'wait', untilMs: 130 }],
  ['says goodbye to a freed greeting', NUDGE, heardAt(10, GREETING, ['nudge'], 0), { kind: 'say', purpose: 'goodbye' }],

  ['asks at once', ASK, silentAt(0), { kind: 'say', purpose: 'opening', bytes: HTTP.opening }],
  ['waits for the answer', ASK, silentAt(1, ['opening'], 0), { kind: 'wait', untilMs: 500 }],
  ['gives up asking', ASK, silentAt(500, ['opening'], 0), { kind: 'give-up' }],
  ['leaves after the answer', ASK, heardAt(10, 'HTTP/1.1 200 OK\r\n', ['opening'], 0), { kind: 'leave' }],

  ['waits for the handshake', INSIDE, silentAt(3), { kind: 'wait', untilMs: 500 }],
  ['gives up on a handshake', INSIDE, silentAt(500), { kind: 'give-up' }],
  ['is silent in TLS first', INSIDE, { ...silentAt(6), securedMs: 5 }, { kind: 'wait', untilMs: 1_005 }],
  [
    'asks in TLS',
    INSIDE,
    { ...silentAt(1_005), securedMs: 5 },
    { kind: 'say', purpose: 'opening', bytes: HTTP.opening },
  ],
  [
    'waits for the answer in TLS',
    INSIDE,
    { ...silentAt(1_006, ['opening'], 1_005), securedMs: 5 },
    { kind: 'wait', untilMs: 1_505 },
  ],
  ['gives up asking in TLS', INSIDE, { ...silentAt(1_505, ['opening'], 1_005), securedMs: 5 }, { kind: 'give-up' }],
  [
    'says goodbye in TLS to a greeting',
    INSIDE,
    { ...heardAt(10, GREETING), securedMs: 5 },
    { kind: 'say', purpose: 'goodbye', bytes: 'QUIT\r\n' },
  ],
  ['asks at once what was agreed on', INSIDE, { ...silentAt(6), securedMs: 5, alpn: 'http/1.1' }, { kind: 'say' }],
  ['asks nothing where the name says all', INSIDE, { ...silentAt(6), securedMs: 5, alpn: 'h2' }, { kind: 'leave' }],
  [
    'asks nothing in TLS where a greeting is due',
    { ...INSIDE, protocol: null },
    { ...silentAt(300), securedMs: 5 },
    { kind: 'wait', untilMs: 505 },
  ],

  [
    'identifying only waits',
    { kind: 'identify', offer: [], waitMs: 1_000 },
    silentAt(3),
    { kind: 'wait', untilMs: 1_000 },
  ],
])('%s', (_name, step, heard, expected) => {
  expect(scriptFor(step, read, () => HTTP.opening ?? '')(heard)).toMatchObject(expected);
});
