import * as v from 'valibot';
import type { Report } from '../model/report.ts';

/** A report that was read back, or why it is none. */
export type Reading =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Reads what `--format json` has printed, so that a run is never lost. Keys of a newer version are left out. */
export function readReport(text: string): Reading {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { kind: 'unreadable', why: 'this is not JSON' };
  }
  const result = v.safeParse(REPORT, document);
  if (result.success) return { kind: 'report', report: result.output };
  const [issue] = result.issues;
  const path = v.getDotPath(issue) ?? '';
  return { kind: 'unreadable', why: `this is not a report of deadair${path === '' ? '' : `: see ${path}`}` };
}

const number = v.number();
const text = v.string();
const maybeNumber = v.nullable(number);
const maybeText = v.nullable(text);
const confidence = v.picklist(['certain', 'likely', 'possible']);

const ENDPOINT = { input: text, host: text, port: number, expectedProtocol: maybeText };

const kind = <const K extends string, const E extends v.ObjectEntries>(name: K, evidence: E) =>
  v.object({
    kind: v.literal(name),
    severity: v.picklist(['ok', 'warn', 'fail']),
    confidence,
    sentence: text,
    ...evidence,
  });

const VERDICT = v.variant('kind', [
  kind('server-first', { firstByteMs: number }),
  kind('healthy', { answeredTo: v.picklist(['nudge', 'blank-line', 'opening', 'handshake', 'silence']) }),
  kind('stalled', { silentMs: number, silenceEndedBy: v.picklist(['silence', 'fin', 'reset']), freedMs: number }),
  kind('delayed', { detectionTimeoutMs: number, silentMs: number, nudgedMs: number }),
  kind('slow', {
    firstByteMs: maybeNumber,
    reason: v.picklist(['late-in-silence', 'late-either-way', 'late-once', 'punishes-early-talk']),
  }),
  kind('mtls-required', { identity: text }),
  kind('misdeclared', { expected: maybeText, actual: maybeText, proxyStatus: maybeNumber }),
  kind('intercepted', { by: v.picklist(['sidecar', 'own-sidecar']), proxyStatus: maybeNumber }),
  kind('closed', { how: v.picklist(['fin', 'reset']), afterMs: number, nudged: v.boolean() }),
  kind('mute', { silentMs: number }),
  kind('inconsistent', { seen: v.array(text) }),
  kind('refused', { by: v.picklist(['network', 'server']), said: maybeText }),
  kind('unreachable', { code: text }),
  kind('connect-timeout', { waitedMs: number }),
  kind('unresolved', { code: text }),
]);

const STEP = v.variant('kind', [
  v.object({ kind: v.literal('listen'), waitMs: number }),
  v.object({
    kind: v.literal('nudge'),
    nudge: v.picklist(['quiet', 'quiet-tabs', 'quiet-long', 'one-letter', 'one-tls-byte']),
    afterMs: number,
    waitMs: number,
    blankLine: v.boolean(),
  }),
  v.object({ kind: v.literal('ask'), protocol: text, afterMs: number, waitMs: number }),
  v.object({ kind: v.literal('identify'), offer: v.array(text), waitMs: number }),
  v.object({ kind: v.literal('inside'), offer: v.array(text), protocol: maybeText, afterMs: number, waitMs: number }),
]);

const CERTIFICATE = v.object({ subject: text, issuer: text, uris: v.array(text), validTo: text, daysLeft: number });

const event = <const K extends string, const E extends v.ObjectEntries>(name: K, entries: E) =>
  v.object({ kind: v.literal(name), atMs: number, ...entries });

const EVENT = v.variant('kind', [
  event('opened', {}),
  event('sent', { purpose: v.picklist(['nudge', 'blank-line', 'opening', 'goodbye']), bytes: text }),
  event('received', { bytes: text, byteCount: number }),
  event('secured', { protocol: text, alpn: maybeText, certificate: v.nullable(CERTIFICATE) }),
  event('ended', {}),
  event('failed', { code: text, syscall: maybeText }),
  event('gave-up', {}),
]);

const FINDING = v.object({
  target: v.object({ ...ENDPOINT, address: maybeText }),
  verdict: VERDICT,
  protocol: v.nullable(v.object({ name: text, version: maybeText, speaksFirst: v.picklist(['server', 'client']) })),
  tls: v.nullable(v.object({ version: text, alpn: maybeText, certificate: v.nullable(CERTIFICATE) })),
  timing: v.object({
    connectMs: maybeNumber,
    firstByteSilentMs: maybeNumber,
    firstByteNudgedMs: maybeNumber,
    detectionTimeoutMs: maybeNumber,
  }),
  cause: v.nullable(
    v.object({
      kind: v.picklist(['istio-sidecar', 'linkerd-proxy', 'kuma-dataplane', 'own-sidecar', 'sniffing-proxy', 'server']),
      posture: v.picklist(['permissive', 'strict', 'unknown']),
      declared: v.picklist(['auto', 'tcp', 'http', 'unknown']),
      identity: maybeText,
      confidence,
    }),
  ),
  fixes: v.array(v.object({ id: text, title: text, manifest: maybeText, caution: maybeText })),
  transcripts: v.array(v.object({ step: STEP, events: v.array(EVENT), startedAtMs: number, lagMs: number })),
});

const OPTIONS = v.object({
  patienceMs: number,
  nudgeAfterMs: number,
  connectTimeoutMs: number,
  samples: number,
  concurrency: number,
  perHost: number,
  rate: maybeNumber,
  nudge: v.boolean(),
  identify: v.boolean(),
  addresses: v.picklist(['all', 'first']),
  scenario: v.picklist(['auto', 'both-in-mesh', 'client-in-mesh', 'server-in-mesh']),
});

const BESIDE = v.object({
  mesh: v.picklist(['istio', 'ambient', 'linkerd', 'kuma', 'consul', 'cilium', 'envoy']),
  name: maybeText,
});

const KINDS = VERDICT.options.map((option) => option.entries.kind.literal);

const REPORT = v.object({
  schemaVersion: v.literal(1),
  tool: v.object({ name: v.literal('deadair'), version: text }),
  startedAt: text,
  durationMs: number,
  options: OPTIONS,
  vantage: v.object({ hostname: text, platform: text, node: text, proxy: v.exactOptional(BESIDE) }),
  summary: v.object({
    total: number,
    ok: number,
    warn: number,
    fail: number,
    byVerdict: v.pipe(v.record(v.picklist(KINDS), number)),
    split: v.array(v.object({ host: text, port: number, verdicts: v.record(text, v.picklist(KINDS)) })),
  }),
  findings: v.array(FINDING),
});
