import { expect, it } from 'vitest';
import type { Transcript, TranscriptEvent } from '../../src/model/transcript.ts';
import { dialogue, type Known } from '../../src/report/dialogue.ts';

const of = (
  events: readonly TranscriptEvent[],
  step: Transcript['step'] = { kind: 'listen', waitMs: 6_000 },
): Transcript => ({
  step,
  events,
  startedAtMs: 0,
  lagMs: 0,
});
const OPENED: TranscriptEvent = { kind: 'opened', atMs: 0.21 };
const heard = (bytes: string, byteCount = bytes.length): TranscriptEvent => ({
  kind: 'received',
  atMs: 12,
  bytes,
  byteCount,
});
const SMTP: Known = { protocol: 'smtp', kind: 'greeting', version: 'Postfix', isProxy: false };

it('says when, who, and every byte as it can be pasted', () => {
  const goodbye: TranscriptEvent = { kind: 'sent', atMs: 13, purpose: 'goodbye', bytes: 'QUIT\r\n' };
  expect(dialogue(of([OPENED, heard('220 x "\u001b[2J\\\r\n'), goodbye, { kind: 'ended', atMs: 6_000 }]), SMTP)).toBe(
    [
      'in silence',
      '   0.2 ms  connected',
      '    12 ms  server: 14 bytes',
      String.raw`           "220 x \"\x1b[2J\\\r\n"`,
      '    13 ms  deadair, goodbye: 6 bytes',
      String.raw`           "QUIT\r\n"`,
      '    6.0 s  closed by the server',
      '           = a greeting of smtp, version Postfix',
      '',
    ].join('\n'),
  );
});

it.each<[string, readonly TranscriptEvent[], Known | null, readonly string[]]>([
  ['bytes that nobody knows', [OPENED, heard('x')], null, ['1 byte', 'nobody in the catalogue knows']],
  ['no bytes', [OPENED, { kind: 'gave-up', atMs: 6_000 }], null, ['6.0 s  not waited', '= nothing was heard']],
  ['a flood, of which some is kept', [OPENED, heard('xy', 65_536)], null, ['65536 bytes', '"xy" and 65534 bytes more']],
  ['a flood, of which nothing is kept', [OPENED, heard('', 9)], null, ['server: 9 bytes\n           = nobody']],
  [
    'a reset',
    [OPENED, { kind: 'failed', atMs: 1, code: 'ECONNRESET', syscall: 'read' }],
    null,
    ['reset by the server'],
  ],
  [
    'nobody there',
    [{ kind: 'failed', atMs: 1, code: 'ECONNREFUSED', syscall: 'connect' }],
    null,
    ['failed: ECONNREFUSED'],
  ],
  [
    'a proxy',
    [OPENED, heard('HTTP/1.1 400')],
    { protocol: 'http', kind: 'answer', version: 'en\u001bvoy', isProxy: true },
    ['= an answer of http, version en\\x1bvoy; a proxy in between made it up'],
  ],
])('shows %s', (_, events, known, lines) => {
  for (const line of lines) expect(dialogue(of(events), known)).toContain(line);
});

it.each<[Transcript['step'], string]>([
  [{ kind: 'nudge', nudge: 'quiet', afterMs: 0, waitMs: 1, blankLine: true }, 'with the quiet nudge\n'],
  [{ kind: 'ask', protocol: 'redis', afterMs: 0, waitMs: 1 }, 'with the opening of redis\n'],
])('is headed by what was said first: %#', (step, title) => {
  expect(dialogue(of([], step), null).startsWith(title)).toBe(true);
});
