import { expect, it } from 'vitest';
import type { Step, TranscriptEvent } from '../../src/model/transcript.ts';
import { legName, timeline } from '../../src/report/timeline.ts';

const MARKS = { dot: '|', ellipsis: '...' };
const LISTEN: Step = { kind: 'listen', waitMs: 6_000 };
const NUDGE: Step = { kind: 'nudge', nudge: 'quiet', afterMs: 0, waitMs: 6_000, blankLine: false };
const ASK: Step = { kind: 'ask', protocol: 'redis', afterMs: 0, waitMs: 1 };
const OPENED: TranscriptEvent = { kind: 'opened', atMs: 0.4 };

const received = (atMs: number, bytes: string): TranscriptEvent => ({
  kind: 'received',
  atMs,
  bytes,
  byteCount: bytes.length,
});

it.each<[Step, readonly TranscriptEvent[], string]>([
  [LISTEN, [], ''],
  [LISTEN, [OPENED, { kind: 'gave-up', atMs: 6_000 }], '0.4 ms connected | 6.0 s nothing, gave up'],
  [LISTEN, [{ kind: 'gave-up', atMs: 3_000 }], '3.0 s nothing, gave up'],
  [LISTEN, [OPENED, { kind: 'ended', atMs: 9 }], '0.4 ms connected | 9.0 ms closed without a byte'],
  [
    LISTEN,
    [OPENED, { kind: 'failed', atMs: 9, code: 'ECONNRESET', syscall: 'read' }],
    '0.4 ms connected | 9.0 ms reset',
  ],
  [LISTEN, [{ kind: 'failed', atMs: 9, code: 'E\u001b', syscall: null }], '9.0 ms failed: E\\x1b'],
  [
    LISTEN,
    [OPENED, received(1, '220'), received(2, ' hi\r\n'), { kind: 'gave-up', atMs: 9 }],
    '0.4 ms connected | 1.0 ms 8 bytes: `220 hi\\r\\n`',
  ],
  [
    LISTEN,
    [OPENED, received(1, 'x'), { kind: 'ended', atMs: 2 }],
    '0.4 ms connected | 1.0 ms 1 byte: `x` | 2.0 ms closed by the server',
  ],
  [
    NUDGE,
    [OPENED, { kind: 'sent', atMs: 0.5, purpose: 'nudge', bytes: '   \x01    ' }],
    '0.4 ms connected | 0.5 ms sent 8 quiet bytes',
  ],
  [NUDGE, [{ kind: 'sent', atMs: 0.5, purpose: 'nudge', bytes: 'A' }], '0.5 ms sent one byte'],
  [NUDGE, [{ kind: 'sent', atMs: 500, purpose: 'blank-line', bytes: '\r\n' }], '500 ms sent a blank line'],
  [ASK, [{ kind: 'sent', atMs: 1, purpose: 'opening', bytes: 'PING\r\n' }], '1.0 ms asked in redis'],
  [ASK, [{ kind: 'sent', atMs: 1, purpose: 'goodbye', bytes: 'QUIT\r\n' }], '1.0 ms said goodbye'],
  [
    { kind: 'identify', offer: [], waitMs: 1 },
    [
      {
        kind: 'secured',
        atMs: 3,
        protocol: 'TLSv1.3',
        alpn: 'h2',
        certificate: { subject: 'CN=x', issuer: '', uris: [], validTo: '', daysLeft: 400 },
      },
    ],
    '3.0 ms TLSv1.3, h2: CN=x',
  ],
  [
    { kind: 'identify', offer: [], waitMs: 1 },
    [{ kind: 'secured', atMs: 3, protocol: 'TLSv1.2', alpn: null, certificate: null }],
    '3.0 ms TLSv1.2: no certificate',
  ],
])('%j %j', (step, events, line) => {
  expect(timeline({ step, events, startedAtMs: 0, lagMs: 0 }, MARKS)).toBe(line);
});

it('names each kind of connection', () => {
  expect([LISTEN, NUDGE, ASK, { kind: 'identify', offer: [], waitMs: 1 } as const].map(legName)).toEqual([
    'silent',
    'nudged',
    'asked',
    'TLS',
  ]);
});
