import type { Bytes } from '../model/bytes.ts';
import type { Transcript } from '../model/transcript.ts';

/** What a port said to plain bytes: nothing, an HTTP error that an Istio proxy signed, or words of the server's own. */
export type PlainWords = 'nothing' | 'istio-http-error' | 'words';

/** The most telling answer to silence or to the quiet nudge: bytes of no protocol, so an HTTP answer is to HTTP rules. */
export function plainWordsOf(transcripts: readonly Transcript[]): PlainWords {
  const said = transcripts.filter(({ step }) => step.kind === 'listen' || step.kind === 'nudge').map(firstWords);
  if (said.some((bytes) => bytes !== '' && !isFromProxy(bytes))) return 'words';
  return said.some((bytes) => bytes !== '') ? 'istio-http-error' : 'nothing';
}

/**
 * An HTTP error that the sidecar wrote itself. Istio names its proxies `istio-envoy`, also on what they pass on; that carries
 * `x-envoy-upstream-service-time` besides (measured with Envoy 1.40).
 */
function isFromProxy(bytes: Bytes): boolean {
  const head = bytes.slice(0, HEAD_LENGTH_MAX).split('\r\n\r\n', 1)[0] ?? '';
  if (!/^HTTP\/1\.[01] [45]\d\d(?: |\r|$)/.test(head)) return false;
  return /\r\nserver: istio-envoy(?:\r|$)/i.test(head) && !/\r\nx-envoy-upstream-service-time:/i.test(head);
}

/** An error of a proxy is some 150 bytes; nothing of what decides here comes later. */
const HEAD_LENGTH_MAX = 2_048;

function firstWords({ events }: Transcript): Bytes {
  let bytes = '';
  for (const event of events) if (event.kind === 'received') bytes += event.bytes;
  return bytes;
}
