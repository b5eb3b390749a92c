import { fingerprint, type Reader } from '../../src/decide/fingerprint.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import type { MeshIdentity } from '../../src/model/mesh.ts';
import type { Probe } from '../../src/model/probe.ts';
import type { Purpose, Step, Transcript, TranscriptEvent } from '../../src/model/transcript.ts';

/** Short hands for transcripts, so that a test reads as what happened. */
export const opened = (atMs = 0.4): TranscriptEvent => ({ kind: 'opened', atMs });
export const heard = (atMs: number, bytes: Bytes): TranscriptEvent => ({
  kind: 'received',
  atMs,
  bytes,
  byteCount: bytes.length,
});
export const said = (atMs: number, purpose: Purpose = 'nudge', bytes: Bytes = '    '): TranscriptEvent => ({
  kind: 'sent',
  atMs,
  purpose,
  bytes,
});
export const fin = (atMs: number): TranscriptEvent => ({ kind: 'ended', atMs });
export const failed = (atMs: number, code = 'ECONNRESET'): TranscriptEvent => ({
  kind: 'failed',
  atMs,
  code,
  syscall: 'read',
});
export const gaveUp = (atMs: number): TranscriptEvent => ({ kind: 'gave-up', atMs });

type NudgeStep = Extract<Step, { kind: 'nudge' }>;

export const listen = (...events: TranscriptEvent[]): Transcript =>
  transcript({ kind: 'listen', waitMs: 6_000 }, events);
export const nudge = (step: Partial<NudgeStep>, ...events: TranscriptEvent[]): Transcript =>
  transcript({ kind: 'nudge', nudge: 'quiet', afterMs: 0, waitMs: 1_000, blankLine: true, ...step }, events);
export const ask = (protocol: string, ...events: TranscriptEvent[]): Transcript =>
  transcript({ kind: 'ask', protocol, afterMs: 0, waitMs: 500 }, events);

export function transcript(step: Step, events: TranscriptEvent[], lagMs = 0): Transcript {
  return { step, events, startedAtMs: 0, lagMs };
}

/** A catalogue small enough to be seen at a glance. */
export const SMTP: Probe = {
  name: 'smtp',
  title: 'SMTP',
  ports: [25],
  overTls: { names: ['smtps', 'submissions'], ports: [465] },
  speaksFirst: 'server',
  source: 'RFC 5321 section 3.1',
  greetings: [/^220[ -]\S+ ESMTP (?<version>\w+)/],
  refusals: [/^421 /],
  scoldings: [/^554 /],
  answers: [/^502 /],
  unfinished: /^220-[^\n]*\n$/,
  goodbye: [{ say: 'QUIT\r\n' }],
  samples: {},
};
export const MYSQL: Probe = {
  name: 'mysql',
  title: 'MySQL',
  ports: [3306],
  speaksFirst: 'server',
  source: 'protocol 10',
  greetings: [/^.{3}\0\x0a(?<version>[\d.]+)\0/s],
  refusals: [/^.{3}\0\xff/s],
  opening: 'login',
  goodbye: [{ say: 'login' }, { hear: /^switch/, say: 'switched' }],
  samples: {},
};
export const HTTP: Probe = {
  name: 'http',
  title: 'HTTP',
  ports: [80],
  overTls: { names: ['https'], ports: [443] },
  speaksFirst: 'client',
  source: 'RFC 9112 section 2',
  opening: 'GET / HTTP/1.1\r\n\r\n',
  answers: [/^HTTP\/1\.[01] \d{3}/],
  samples: {},
};
const REDIS: Probe = {
  name: 'redis',
  title: 'Redis',
  ports: [6379],
  speaksFirst: 'client',
  source: 'RESP',
  opening: 'PING\r\n',
  answers: [/^\+PONG/, /^-ERR/],
  refusals: [/^-DENIED/],
  samples: {},
};
const TLS: Probe = {
  name: 'tls',
  title: 'TLS',
  ports: [443],
  speaksFirst: 'client',
  source: 'RFC 8446 section 5.1',
  opening: 'hello',
  answers: [/^\x16\x03/],
  samples: {},
};
export const CATALOGUE = [HTTP, MYSQL, REDIS, SMTP, TLS];

/** Names bytes by that catalogue, with no hint. */
export const read: Reader = (bytes) => fingerprint(bytes, CATALOGUE, { port: 1, expectedProtocol: null });

export const GREETING = '220 mail ESMTP Postfix\r\n';
export const PROXY_400 =
  'HTTP/1.1 400 Bad Request\r\ncontent-length: 11\r\nserver: istio-envoy\r\nconnection: close\r\n\r\nBad Request';
export const proxyAnswer = (status: number, body: string) =>
  `HTTP/1.1 ${status} Nope\r\ncontent-type: text/plain\r\nserver: istio-envoy\r\n\r\n${body}`;
export const NOT_HTTP = proxyAnswer(502, 'reset before headers. reset reason: protocol error');

/** The connections of which most stories are made. */
export const SILENCE = listen(opened(), gaveUp(6_000));
export const LATE = listen(opened(), heard(1_000.5, GREETING));
export const FREED = nudge({}, opened(), said(0.5), heard(1.5, GREETING));
export const FREED_LATER = nudge({ afterMs: 300 }, opened(), said(300.5), heard(301.5, GREETING));
export const NO_ANSWER = nudge({}, opened(), said(0.5), said(400, 'blank-line'), gaveUp(1_000));
export const NUDGE_RESET = nudge({}, opened(), said(0.5), failed(1));
export const NUDGE_PROXIED = nudge({}, opened(), said(0.5), heard(1, PROXY_400));
/** The nudge, or a protocol's opening, got these words. */
export const nudgeGot = (bytes: Bytes, atMs = 1): Transcript => nudge({}, opened(), said(0.5), heard(atMs, bytes));
export const askGot = (protocol: string, bytes: Bytes, atMs = 1): Transcript =>
  ask(protocol, opened(), said(0.5, 'opening'), heard(atMs, bytes));

/** What a strict Istio sidecar shows of itself. */
export const STRICT: MeshIdentity = {
  mesh: 'istio',
  posture: 'strict',
  declared: 'tcp',
  identity: 'spiffe://a/ns/b/sa/c',
  confidence: 'certain',
};
