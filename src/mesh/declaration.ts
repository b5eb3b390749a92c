import type { MeshIdentity } from '../model/mesh.ts';
import type { Evidence } from './evidence.ts';
import type { HandshakeOutcome } from './handshake.ts';

/**
 * How the Service declares the port, from what Istio's chains agree on: the TCP chain prefers istio-peer-exchange, the HTTP
 * chain knows only h2 and http/1.1, and an automatic port picks its chain by what was offered (measured with Envoy 1.40).
 * Where PILOT_DISABLE_MX_ALPN takes istio-peer-exchange away, every port agrees on h2 like an HTTP port does.
 */
export function readDeclaration(posture: MeshIdentity['posture'], evidence: Evidence): MeshIdentity['declared'] {
  const any = agreed(evidence.any);
  const tcp = agreed(evidence.tcp);
  if (any === PEER_EXCHANGE) return 'tcp';
  if (any === 'h2' && tcp === PEER_EXCHANGE) return 'auto';
  // The second was spared, and an HTTP port would not have let the server's own words through.
  if (any === 'h2' && evidence.tcp === null && evidence.plain === 'words') return 'auto';
  return any === 'h2' && tcp === 'h2' && isHttpChain(posture, evidence) ? 'http' : 'unknown';
}

const PEER_EXCHANGE = 'istio-peer-exchange';

/**
 * Both agreed on h2. A permissive HTTP port has no chain for foreign TLS and resets it; where the server was reached instead,
 * or answered plain bytes in its own words, the port is not HTTP. A strict port gives no second sign: HTTP is what is left
 * unless the operator took Istio's ALPN away, which is rare.
 */
function isHttpChain(posture: MeshIdentity['posture'], { none, plain }: Evidence): boolean {
  if (plain === 'istio-http-error') return true;
  if (plain === 'words') return false;
  return posture === 'strict' || none?.kind === 'reset';
}

function agreed(outcome: HandshakeOutcome | null): string | null {
  return outcome?.kind === 'certified' ? outcome.alpn : null;
}
