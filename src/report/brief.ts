import { inWords } from '../model/duration.ts';
import type { Finding } from '../model/finding.ts';
import type { Certificate } from '../model/transcript.ts';
import type { Verdict, VerdictKind } from '../model/verdict.ts';
import { terminal } from './escape.ts';

/** Why, in a few words: what fits into the last column of the table. */
export function brief({ verdict, tls }: Pick<Finding, 'verdict' | 'tls'>): string {
  // The one cast: a verdict fits the rule of its own kind.
  const say = BRIEFS[verdict.kind] as (verdict: Verdict) => string;
  const expiry = verdict.severity === 'ok' ? expiryOf(tls?.certificate ?? null) : null;
  return terminal(expiry ?? say(verdict));
}

/** So near its end, a certificate is the news of an endpoint that is well otherwise. */
const DAYS_LEFT_MIN = 14;

function expiryOf(certificate: Certificate | null): string | null {
  if (certificate === null || certificate.daysLeft >= DAYS_LEFT_MIN) return null;
  return certificate.daysLeft < 0 ? 'TLS has expired' : `TLS ends in ${certificate.daysLeft} d`;
}

type Briefs = { readonly [K in VerdictKind]: (verdict: Extract<Verdict, { kind: K }>) => string };

const BRIEFS: Briefs = {
  'server-first': () => 'greets first',
  healthy: () => 'client-first',
  stalled: () => 'nudge frees it',
  delayed: ({ detectionTimeoutMs }) => `held ${inWords(detectionTimeoutMs)}`,
  slow: ({ reason }) => SLOWNESS[reason],
  'mtls-required': () => 'mesh mTLS only',
  misdeclared: ({ expected, actual, proxyStatus }) => {
    if (proxyStatus !== null) return 'proxied as HTTP';
    return actual === null ? `not ${expected ?? 'as declared'}` : `${actual} answers`;
  },
  intercepted: ({ by }) => (by === 'sidecar' ? 'no server there' : 'our own sidecar'),
  closed: ({ how }) => (how === 'fin' ? 'closed, no byte' : 'reset, no byte'),
  mute: () => 'answers nothing',
  inconsistent: ({ seen }) => seen.join(', '),
  refused: ({ by }) => (by === 'network' ? 'nothing listens' : 'turned away'),
  unreachable: ({ code }) => code,
  'connect-timeout': () => 'no answer',
  unresolved: ({ code }) => (code === 'ENOTFOUND' ? 'no such name' : code),
};

const SLOWNESS: { readonly [R in Extract<Verdict, { kind: 'slow' }>['reason']]: string } = {
  'late-in-silence': 'late',
  'late-either-way': 'late by itself',
  'late-once': 'late once',
  'punishes-early-talk': 'makes us wait',
};
