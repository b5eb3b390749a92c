import type { Certificate } from '../model/transcript.ts';

/** The parts of `spiffe://<trust domain>/<path>`. */
export interface SpiffeId {
  readonly uri: string;
  readonly trustDomain: string;
  readonly path: readonly string[];
}

/** The certificate's SPIFFE identities, read and not trusted: nobody has checked who signed it. */
export function spiffeIdsOf({ uris }: Certificate): SpiffeId[] {
  return uris.map(parseSpiffeId).filter((id) => id !== null);
}

/** Null where the text is no SPIFFE identity (SPIFFE-ID 2: a trust domain and at least one path segment). */
export function parseSpiffeId(uri: string): SpiffeId | null {
  const match = /^spiffe:\/\/([a-z0-9._-]{1,255})\/([\w./-]{1,2000})$/i.exec(uri);
  const [trustDomain, path] = [match?.[1], match?.[2]?.split('/')];
  return trustDomain && path?.every((segment) => segment !== '') ? { uri, trustDomain, path } : null;
}

/** `/ns/<namespace>/sa/<service account>`, as Istio and others name Kubernetes workloads. */
export function workloadOf({ path }: SpiffeId): { namespace: string; serviceAccount: string } | null {
  const [ns, namespace, sa, serviceAccount, ...rest] = path;
  if (ns !== 'ns' || sa !== 'sa' || !namespace || !serviceAccount || rest.length > 0) return null;
  return { namespace, serviceAccount };
}
