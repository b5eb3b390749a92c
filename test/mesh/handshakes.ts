import type { Certificate, Transcript, TranscriptEvent } from '../../src/model/transcript.ts';

/** What a handshake met, in the shorthand of the tables: a certificate with its ALPN, or how it ended without one. */
export type Met =
  | 'app-words'
  | 'app-certificate'
  | 'spire-certificate'
  | 'alert'
  | 'reset'
  | 'fin'
  | 'silence'
  | 'refused'
  | {
      readonly alpn: string | null;
      readonly end?: 'alert' | 'fin' | 'nothing' | 'reset';
      readonly tls?: string;
      readonly of?: Certificate;
    };

export const SIDECAR: Certificate = {
  subject: '',
  issuer: 'O=cluster.local',
  uris: ['spiffe://cluster.local/ns/db/sa/mysql'],
  validTo: 'Nov 21 00:00:00 2026 GMT',
  daysLeft: 400,
};

export const KUMA_DATAPLANE: Certificate = {
  ...SIDECAR,
  issuer: 'O=Kuma,OU=Mesh,CN=default',
  uris: ['spiffe://default/mysql_db_svc_3306', 'kuma://kuma.io/protocol/tcp'],
};

export const CONSUL_PROXY: Certificate = {
  ...SIDECAR,
  issuer: 'CN=pri-1.consul.ca.11111111.consul',
  uris: ['spiffe://11111111-2222-3333-4444-555555555555.consul/ns/default/dc/dc1/svc/mysql'],
};

/** A server's own certificate from SPIRE: the same shape of name as Istio's, and a subject. */
export const SPIRE: Certificate = { ...SIDECAR, subject: 'C=US\nO=SPIRE', issuer: 'C=US,O=SPIFFE' };

const APP: Certificate = {
  subject: 'CN=mail.example',
  issuer: 'CN=mail.example',
  uris: [],
  daysLeft: 400,
  validTo: SIDECAR.validTo,
};

/** The connection that made such a handshake. */
export function handshake(offer: readonly string[], met: Met): Transcript {
  return {
    step: { kind: 'identify', offer, waitMs: 1_000 },
    events: met === 'refused' ? [failed('ECONNREFUSED')] : [{ kind: 'opened', atMs: 0.3 }, ...after(met)],
    startedAtMs: 0,
    lagMs: 0,
  };
}

/** A connection that sent the quiet nudge and was told this. */
export function nudged(bytes: string): Transcript {
  const events: TranscriptEvent[] = [{ kind: 'opened', atMs: 0.3 }];
  if (bytes !== '') events.push({ kind: 'received', atMs: 2, bytes, byteCount: bytes.length });
  return {
    step: { kind: 'nudge', nudge: 'quiet', afterMs: 1_000, waitMs: 1_000, blankLine: false },
    events,
    startedAtMs: 0,
    lagMs: 0,
  };
}

function after(met: Exclude<Met, 'refused'>): TranscriptEvent[] {
  if (typeof met === 'object') {
    return [secured(met.of ?? SIDECAR, met.alpn, met.tls ?? 'TLSv1.3'), ...ending(met.end ?? 'alert')];
  }
  switch (met) {
    case 'app-words':
      return [{ kind: 'received', atMs: 2, bytes: '220 hi\r\n', byteCount: 8 }, failed('ERR_SSL_WRONG_VERSION_NUMBER')];
    case 'app-certificate':
      return [secured(APP, null, 'TLSv1.3')];
    case 'spire-certificate':
      return [secured(SPIRE, null, 'TLSv1.3')];
    case 'alert':
      return [failed('ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE')];
    case 'reset':
      return [failed('ECONNRESET')];
    case 'fin':
      return [{ kind: 'ended', atMs: 2 }, failed('ECONNRESET')];
    case 'silence':
      return [{ kind: 'gave-up', atMs: 1_000 }];
    default:
      return met satisfies never;
  }
}

function ending(end: 'alert' | 'fin' | 'nothing' | 'reset'): TranscriptEvent[] {
  switch (end) {
    case 'alert':
      return [failed('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED')];
    case 'fin':
      return [{ kind: 'ended', atMs: 3 }];
    case 'reset':
      return [failed('ECONNRESET')];
    case 'nothing':
      return [{ kind: 'gave-up', atMs: 1_000 }];
    default:
      return end satisfies never;
  }
}

function secured(certificate: Certificate, alpn: string | null, protocol: string): TranscriptEvent {
  return { kind: 'secured', atMs: 2, protocol, alpn, certificate };
}

function failed(code: string): TranscriptEvent {
  return { kind: 'failed', atMs: 3, code, syscall: null };
}
