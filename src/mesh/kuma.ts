import type { Mesh } from '../model/mesh.ts';
import type { Certificate } from '../model/transcript.ts';
import { KUMA_RECIPES } from './recipes/kuma.ts';
import { spiffeIdsOf } from './spiffe.ts';

/** Kuma and Kong Mesh: nothing sniffs for HTTP, but permissive mTLS has to look for TLS. */
export const KUMA = {
  name: 'kuma',
  title: 'Kuma',
  source: 'https://kuma.io/docs/latest/policies/meshtls/',
  cause: 'kuma-dataplane',
  offers: [['kuma']],
  identityOf,
  // Envoy's default of 15 s: kuma's inbound listener sets no listener_filters_timeout. Deduced from its source.
  timings: [{ atMs: 15_000, silentEnd: 'close', confidence: 'possible', where: 'a data plane with permissive mTLS' }],
  recipes: KUMA_RECIPES,
} as const satisfies Mesh;

/**
 * `spiffe://<mesh>/<service>` beside a `kuma://` URI for each tag, or `….mesh.local` as the trust domain of a MeshIdentity
 * (kumahq/kuma, docs/madr/decisions/073-spiffe-compliance.md). The first without the second could be anybody's.
 */
function identityOf(certificate: Certificate): string | null {
  const ids = spiffeIdsOf(certificate);
  const hasTags = certificate.uris.some((uri) => uri.startsWith('kuma://'));
  return ids.find(({ trustDomain }) => hasTags || trustDomain.endsWith('.mesh.local'))?.uri ?? null;
}
