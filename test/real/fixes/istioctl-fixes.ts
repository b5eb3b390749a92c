import { parseAllDocuments } from 'yaml';
import { everyFix } from '../../explain/every-fix.ts';
import { type ApiObject, mergedInto } from '../../mesh/recipes/server-side-apply.ts';

/** Every fix that is a change of Istio's or Kubernetes' own objects. */
export const FIXES = everyFix(['mysql.db.svc.cluster.local', 'db.example.com', '203.0.113.7']).filter(
  ({ fix }) => fix.manifest !== null && !/^(?:linkerd|kuma|consul|cilium)-/.test(fix.id),
);

/** The objects after the fix, its guesses filled in with what this cluster has. */
export function appliedTo(cluster: readonly ApiObject[], manifest: string): readonly ApiObject[] {
  const filled = manifest
    .replaceAll(/\S+ # change me: (?:the client's namespace)/g, 'shop')
    .replaceAll(/\S+ # change me: the workload that runs the client/g, 'shop')
    .replaceAll(/\S+ # change me: (?:the Service in front of the server|the workload that runs the server)/g, 'mysql')
    .replaceAll(/\S+ # change me: the Service's full name/g, 'mysql.db.svc.cluster.local')
    .replaceAll(/(namespace: )default # change me: its namespace/g, '$1db');
  const changes = parseAllDocuments(filled, { version: '1.1' }).map((document) => document.toJS() as ApiObject);
  const merged = cluster.map((object) => changes.filter((change) => isSame(change, object)).reduce(mergedInto, object));
  return [...merged, ...changes.filter((change) => !cluster.some((object) => isSame(change, object)))];
}

function isSame(left: ApiObject, right: ApiObject): boolean {
  const [one, other] = [left.metadata, right.metadata] as { name: string; namespace?: string }[];
  return left.kind === right.kind && one?.name === other?.name && one?.namespace === other?.namespace;
}
