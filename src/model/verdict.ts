import type { Bytes } from './bytes.ts';

/** `certain` is for what the bytes prove; `possible` says that another reading is left. */
export type Confidence = 'certain' | 'likely' | 'possible';

export type Severity = 'ok' | 'warn' | 'fail';

/** How a connection that brought no byte came to its end: it did not, or by FIN, or by RST. */
export type SilentEnd = 'silence' | 'fin' | 'reset';

/** What was concluded about one endpoint, with the evidence it rests on. No words: those are made in explain/. */
export type Judgement = { readonly confidence: Confidence } & (
  | { readonly kind: 'server-first'; readonly firstByteMs: number }
  | { readonly kind: 'healthy'; readonly answeredTo: 'nudge' | 'blank-line' | 'opening' | 'handshake' | 'silence' }
  | {
      readonly kind: 'stalled';
      /** How long silence was kept up, and what it got. */
      readonly silentMs: number;
      readonly silenceEndedBy: SilentEnd;
      /** The greeting's first byte, counted from the client's first byte. */
      readonly freedMs: number;
    }
  | {
      readonly kind: 'delayed';
      readonly detectionTimeoutMs: number;
      readonly silentMs: number;
      readonly nudgedMs: number;
    }
  | {
      readonly kind: 'slow';
      /** Null when the greeting never came within the patience. */
      readonly firstByteMs: number | null;
      readonly reason: 'late-in-silence' | 'late-either-way' | 'late-once' | 'punishes-early-talk';
    }
  | { readonly kind: 'mtls-required'; readonly identity: string }
  | {
      readonly kind: 'misdeclared';
      readonly expected: string | null;
      readonly actual: string | null;
      /** The status of the proxy's own HTTP error, where that is the evidence. */
      readonly proxyStatus: number | null;
    }
  | { readonly kind: 'intercepted'; readonly by: 'sidecar' | 'own-sidecar'; readonly proxyStatus: number | null }
  | { readonly kind: 'closed'; readonly how: 'fin' | 'reset'; readonly afterMs: number; readonly nudged: boolean }
  | { readonly kind: 'mute'; readonly silentMs: number }
  | { readonly kind: 'inconsistent'; readonly seen: readonly string[] }
  /** By the network, or by the server's own first words ("Host is blocked"). */
  | { readonly kind: 'refused'; readonly by: 'network' | 'server'; readonly said: Bytes | null }
  | { readonly kind: 'unreachable'; readonly code: string }
  | { readonly kind: 'connect-timeout'; readonly waitedMs: number }
  | { readonly kind: 'unresolved'; readonly code: string }
);

export type VerdictKind = Judgement['kind'];

/** A judgement as the report shows it. */
export type Verdict = Judgement & { readonly severity: Severity; readonly sentence: string };

/** How bad each verdict is. Fixed: scripts rely on it. */
export const SEVERITY: { readonly [K in VerdictKind]: Severity } = {
  'server-first': 'ok',
  healthy: 'ok',
  stalled: 'fail',
  delayed: 'fail',
  slow: 'warn',
  'mtls-required': 'fail',
  misdeclared: 'fail',
  intercepted: 'fail',
  closed: 'fail',
  mute: 'warn',
  inconsistent: 'fail',
  refused: 'fail',
  unreachable: 'fail',
  'connect-timeout': 'fail',
  unresolved: 'fail',
};
