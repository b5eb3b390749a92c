import type { PeerCertificate } from 'node:tls';
import type { Certificate } from '../model/transcript.ts';

/** One name of a certificate as Node writes them, `URI:spiffe://…`; a value with a comma in it is quoted as JSON. */
const NAME = /([^:,]+):("(?:[^"\\]|\\.)*"|[^,]*)(?:, |$)/y;

/** A certificate boiled down to what a verdict can rest on; null while the server has shown none. */
export function certificateOf(peer: Partial<PeerCertificate>, nowMs = Date.now()): Certificate | null {
  if (peer.raw === undefined) return null;
  const names = peer.subjectaltname ?? '';
  const validTo = peer.valid_to ?? '';
  return {
    subject: commonName(peer.subject) || (namesIn(names, 'DNS')[0] ?? ''),
    issuer: commonName(peer.issuer),
    uris: namesIn(names, 'URI'),
    validTo: isoDate(validTo),
    daysLeft: Math.floor((Date.parse(validTo) - nowMs) / DAY_MS) || 0,
  };
}

const DAY_MS = 86_400_000;

/** The subject's alternative names of one type. */
export function namesIn(names: string, wanted: 'DNS' | 'URI'): readonly string[] {
  const found: string[] = [];
  for (const [, type, value = ''] of names.matchAll(new RegExp(NAME, 'gy'))) {
    if (type === wanted) found.push(value.startsWith('"') ? unquoted(value) : value);
  }
  return found;
}

function unquoted(value: string): string {
  try {
    return String(JSON.parse(value));
  } catch {
    return value;
  }
}

/** A certificate may have several common names, or none. */
function commonName(subject: { CN?: string | string[] } | undefined): string {
  return [subject?.CN ?? ''].flat().join(', ');
}

function isoDate(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? text : new Date(time).toISOString();
}
