import { expect, it } from 'vitest';
import type { Transcript } from '../../src/model/transcript.ts';
import { evidence } from '../../src/report/evidence.ts';
import { ALL, PIPE } from './plain.ts';
import { finding } from './samples.ts';

it('shows the silent, the nudged and the telling connection, without the farewell', () => {
  expect(evidence(finding('stalled'), PIPE)).toEqual([
    '    silent  0.4 ms connected | 6.0 s nothing, gave up',
    '    nudged  0.3 ms connected | 0.4 ms sent 8 quiet bytes | 1.1 ms 38 bytes: `J\\x00...8.0.36\\x00...caching_sha2_passwo...`',
    '    TLS     0.3 ms connected | 3.4 ms TLSv1.3, istio-peer-exchange: spiffe://cluster.local/ns/db/sa/mysql',
  ]);
});

it('shows all of it where all is wanted', () => {
  const lines = evidence(finding('stalled'), { ...ALL, width: null });
  expect(lines[1]).toContain('| 1.3 ms said goodbye | 1.9 ms closed by the server');
  expect(lines[2]).toContain('CERTIFICATE_REQUIRED');
});

it('prefers the nudge that was answered', () => {
  const nudge = (events: Transcript['events']): Transcript => ({
    step: { kind: 'nudge', nudge: 'quiet', afterMs: 0, waitMs: 1, blankLine: false },
    events: [{ kind: 'opened', atMs: 0 }, ...events],
    startedAtMs: 0,
    lagMs: 0,
  });
  const answered = nudge([{ kind: 'received', atMs: 2, bytes: 'hi', byteCount: 2 }]);
  const transcripts = [nudge([]), answered];
  expect(evidence(finding('mute', 'db', { transcripts }), PIPE)).toEqual([
    '    nudged  0.0 ms connected | 2.0 ms 2 bytes: `hi`',
  ]);
});

it('says nothing where nothing connected', () => {
  const refused: Transcript = {
    step: { kind: 'listen', waitMs: 1 },
    events: [{ kind: 'failed', atMs: 1, code: 'ECONNREFUSED', syscall: 'connect' }],
    startedAtMs: 0,
    lagMs: 0,
  };
  expect(evidence(finding('refused', 'db', { transcripts: [refused] }), PIPE)).toEqual([]);
});

it('shows what was found inside TLS, and from whom', () => {
  const certificate = { subject: 'mail.example', issuer: 'ca', uris: [], validTo: '2027', daysLeft: 400 };
  const inside: Transcript = {
    step: { kind: 'inside', offer: [], protocol: null, afterMs: 0, waitMs: 1_000 },
    events: [
      { kind: 'opened', atMs: 1 },
      { kind: 'secured', atMs: 3, protocol: 'TLSv1.3', alpn: null, certificate },
      { kind: 'received', atMs: 4, bytes: '* OK ready\r\n', byteCount: 12 },
      { kind: 'sent', atMs: 4, purpose: 'goodbye', bytes: 'a LOGOUT\r\n' },
    ],
    startedAtMs: 0,
    lagMs: 0,
  };
  expect(evidence(finding('misdeclared', 'db', { transcripts: [inside] }), PIPE)).toEqual([
    '    in TLS  1.0 ms connected | 3.0 ms TLSv1.3: mail.example | 4.0 ms 12 bytes: `* OK ready\\r\\n`',
  ]);
});
