import type { PeerCertificate } from 'node:tls';
import type { Certificate } from '../model/transcript.ts';

/** One name of a certificate as Node writes them, `URI:spiffe://…`; a value with a comma in it is quoted as JSON. */
const NAME = /([^:,]+):("(?:[^"\\]|\\.)*"|[^,]*)(?:, |$)/y;

/** A certificate boiled down to what a verdict can rest on; null while the server has shown none. */
export function certificateOf(peer: Partial<PeerCertificate>): Certificate | null {
  if (peer.raw === undefined) return null;
  return {
    subject: commonName(peer.subject),
    issuer: commonName(peer.issuer),
    uris: urisIn(peer.subjectaltname ?? ''),
    validTo: isoDate(peer.valid_to ?? ''),
  };
}

/** The URIs among the subject's alternative names. */
export function urisIn(names: string): readonly string[] {
  const uris: string[] = [];
  for (const [, type, value = ''] of names.matchAll(new RegExp(NAME, 'gy'))) {
    if (type === 'URI') uris.push(value.startsWith('"') ? unquoted(value) : value);
  }
  return uris;
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
