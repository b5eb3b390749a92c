import { findingFor } from '../../src/explain/finding.ts';
import type { Cause, Finding, Measurement, Protocol } from '../../src/model/finding.ts';
import { DEFAULT_OPTIONS } from '../../src/model/options.ts';
import type { Report } from '../../src/model/report.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import type { Judgement, VerdictKind } from '../../src/model/verdict.ts';
import { outlineOf, summarise } from '../../src/report/summary.ts';

const GREETING = 'J\x00\x00\x00\n8.0.36\x00\x0b\x00\x00\x00caching_sha2_password\x00';
const QUIET = '\x20\x20\x20\x01\x20\x20\x20\x20';

const MYSQL: Protocol = { name: 'mysql', version: '8.0.36', speaksFirst: 'server' };

const ISTIO: Cause = {
  kind: 'istio-sidecar',
  posture: 'permissive',
  declared: 'auto',
  identity: 'spiffe://cluster.local/ns/db/sa/mysql',
  confidence: 'certain',
};

const SILENCE: Transcript = {
  step: { kind: 'listen', waitMs: 6_000 },
  events: [
    { kind: 'opened', atMs: 0.41 },
    { kind: 'gave-up', atMs: 6_000.2 },
  ],
  startedAtMs: 0,
  lagMs: 0,
};

const FREED: Transcript = {
  step: { kind: 'nudge', nudge: 'quiet', afterMs: 0, waitMs: 6_000, blankLine: false },
  events: [
    { kind: 'opened', atMs: 0.3 },
    { kind: 'sent', atMs: 0.42, purpose: 'nudge', bytes: QUIET },
    { kind: 'received', atMs: 1.1, bytes: GREETING.slice(0, 20), byteCount: 20 },
    { kind: 'received', atMs: 1.2, bytes: GREETING.slice(20), byteCount: GREETING.length - 20 },
    { kind: 'sent', atMs: 1.3, purpose: 'goodbye', bytes: 'x' },
    { kind: 'ended', atMs: 1.9 },
  ],
  startedAtMs: 1_000,
  lagMs: 0,
};

const SHOWN: Transcript = {
  step: { kind: 'identify', offer: ['istio-peer-exchange', 'h2'], waitMs: 3_000 },
  events: [
    { kind: 'opened', atMs: 0.3 },
    {
      kind: 'secured',
      atMs: 3.4,
      protocol: 'TLSv1.3',
      alpn: 'istio-peer-exchange',
      certificate: {
        subject: '',
        issuer: 'O=cluster.local',
        uris: ['spiffe://cluster.local/ns/db/sa/mysql'],
        validTo: '2027',
        daysLeft: 400,
      },
    },
    { kind: 'failed', atMs: 3.8, code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', syscall: null },
  ],
  startedAtMs: 1_003,
  lagMs: 0,
};

const PROMPT: Transcript = {
  step: { kind: 'listen', waitMs: 6_000 },
  events: [
    { kind: 'opened', atMs: 0.2 },
    { kind: 'received', atMs: 0.6, bytes: GREETING, byteCount: GREETING.length },
  ],
  startedAtMs: 0,
  lagMs: 0,
};

/** A judgement of every kind, as the judge makes them. */
export const JUDGEMENTS: { readonly [K in VerdictKind]: Extract<Judgement, { kind: K }> } = {
  'server-first': { kind: 'server-first', confidence: 'certain', firstByteMs: 0.6 },
  healthy: { kind: 'healthy', confidence: 'certain', answeredTo: 'opening' },
  stalled: { kind: 'stalled', confidence: 'certain', silentMs: 5_999.8, silenceEndedBy: 'silence', freedMs: 0.7 },
  delayed: { kind: 'delayed', confidence: 'certain', detectionTimeoutMs: 5_000.4, silentMs: 5_001, nudgedMs: 0.6 },
  slow: { kind: 'slow', confidence: 'certain', firstByteMs: 3_000.4, reason: 'late-either-way' },
  'mtls-required': { kind: 'mtls-required', confidence: 'certain', identity: 'spiffe://cluster.local/ns/db/sa/mysql' },
  misdeclared: { kind: 'misdeclared', confidence: 'certain', expected: null, actual: null, proxyStatus: 400 },
  intercepted: { kind: 'intercepted', confidence: 'likely', by: 'sidecar', proxyStatus: null },
  closed: { kind: 'closed', confidence: 'likely', how: 'reset', afterMs: 1.2, nudged: true },
  mute: { kind: 'mute', confidence: 'likely', silentMs: 6_000 },
  inconsistent: { kind: 'inconsistent', confidence: 'certain', seen: ['server-first', 'stalled'] },
  refused: { kind: 'refused', confidence: 'certain', by: 'network', said: null },
  unreachable: { kind: 'unreachable', confidence: 'certain', code: 'EHOSTUNREACH' },
  'connect-timeout': { kind: 'connect-timeout', confidence: 'certain', waitedMs: 3_000 },
  unresolved: { kind: 'unresolved', confidence: 'certain', code: 'ENOTFOUND' },
};

/** A measurement that ends in this judgement; what is not given is made up. */
export function measurement(judgement: Judgement, given: Partial<Measurement> = {}): Measurement {
  const held = judgement.kind === 'stalled' || judgement.kind === 'delayed';
  const spoke = judgement.kind === 'server-first';
  return {
    endpoint: { input: '10.0.0.7:3306', host: '10.0.0.7', port: 3306, expectedProtocol: null, address: '10.0.0.7' },
    judgement,
    protocol: held || spoke ? MYSQL : null,
    tls: null,
    timing: {
      connectMs: 0.41,
      firstByteSilentMs: spoke ? 0.6 : null,
      firstByteNudgedMs: held ? 1.1 : null,
      detectionTimeoutMs: judgement.kind === 'delayed' ? judgement.detectionTimeoutMs : null,
    },
    cause: held ? ISTIO : null,
    transcripts: held ? [SILENCE, FREED, SHOWN] : spoke ? [PROMPT] : [],
    ...given,
  };
}

/** A finding of this kind at this host. */
export function finding(kind: VerdictKind, host = '10.0.0.7', given: Partial<Measurement> = {}): Finding {
  const endpoint = { input: `${host}:3306`, host, port: 3306, expectedProtocol: null, address: host };
  return findingFor(measurement(JUDGEMENTS[kind], { endpoint, ...given }), 'auto');
}

/** A finding of every kind, at addresses of their own. */
export const FINDINGS: readonly Finding[] = (Object.keys(JUDGEMENTS) as VerdictKind[]).map((kind, index) =>
  finding(kind, `10.0.0.${index + 1}`),
);

/** The run that found all that. */
export function report(findings: readonly Finding[]): Report {
  return {
    schemaVersion: 1,
    tool: { name: 'deadair', version: '0.0.0' },
    startedAt: '2026-11-20T10:00:00.000Z',
    durationMs: 6_412,
    options: DEFAULT_OPTIONS,
    vantage: { hostname: 'here', platform: 'linux x64', node: '20.19.0' },
    summary: summarise(findings.map(outlineOf)),
    findings,
  };
}
