import type { Bytes } from '../model/bytes.ts';
import type { Transcript } from '../model/transcript.ts';
import { proxyErrorIn } from './proxy-error.ts';

/** What a port said to plain bytes: nothing, an HTTP error that an Istio proxy signed, or words of the server's own. */
export type PlainWords = 'nothing' | 'istio-http-error' | 'words';

/** The most telling answer to silence, a nudge or a question in the open. What a question for TLS gets is TLS. */
export function plainWordsOf(transcripts: readonly Transcript[]): PlainWords {
  const said = transcripts.filter(isPlain).map(firstWords);
  if (said.some((bytes) => bytes !== '' && !isFromIstio(bytes))) return 'words';
  return said.some((bytes) => bytes !== '') ? 'istio-http-error' : 'nothing';
}

function isPlain({ step }: Transcript): boolean {
  return step.kind === 'ask' ? step.protocol !== 'tls' : step.kind === 'listen' || step.kind === 'nudge';
}

function isFromIstio(bytes: Bytes): boolean {
  return proxyErrorIn(bytes)?.isIstio === true;
}

function firstWords({ events }: Transcript): Bytes {
  let bytes = '';
  for (const event of events) if (event.kind === 'received') bytes += event.bytes;
  return bytes;
}
