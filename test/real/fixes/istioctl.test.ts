import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { CACHED_ISTIOCTL } from '../../../scripts/istioctl/cached.ts';
import { everyFix } from '../../explain/every-fix.ts';
import { type ApiObject, mergedInto } from '../../mesh/recipes/server-side-apply.ts';
import { CLUSTER } from './istioctl-cluster.ts';

const ISTIOCTL = process.env.ISTIOCTL_BIN ?? CACHED_ISTIOCTL;
const isThere = existsSync(ISTIOCTL);
if (!isThere) {
  process.stderr.write(
    'skipped: istioctl on the fixes: set ISTIOCTL_BIN, or npx tsx scripts/build-istioctl.ts (minutes)\n',
  );
}

const FIXES = everyFix(['mysql.db.svc.cluster.local', 'db.example.com', '203.0.113.7']).filter(
  ({ fix }) => fix.manifest !== null && !/^(?:linkerd|kuma|consul|cilium)-/.test(fix.id),
);

/** A complaint of `istioctl analyze`, without what it is about. */
interface Complaint {
  readonly code: string;
  readonly level: string;
  readonly message: string;
}

describe.skipIf(!isThere)('istioctl has nothing against', () => {
  const folder = mkdtempSync(join(tmpdir(), 'deadair-istioctl-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (
    objects: readonly ApiObject[],
    ...args: readonly string[]
  ): { status: number | null; output: string } => {
    const file = join(folder, 'objects.yaml');
    // JSON is YAML, and leaves nothing to the printer of the tests.
    writeFileSync(file, objects.map((object) => JSON.stringify(object)).join('\n---\n'));
    const { status, stdout, stderr } = spawnSync(ISTIOCTL, [...args, file], { encoding: 'utf8', timeout: 60_000 });
    return { status, output: stdout + stderr };
  };

  const analyze = (objects: readonly ApiObject[]): string[] => {
    const { output } = run(objects, 'analyze', '--use-kube=false', '--all-namespaces', '-o', 'json');
    const complaints: Complaint[] = JSON.parse(output.slice(output.indexOf('['), output.lastIndexOf(']') + 1) || '[]');
    return complaints.map(({ code, level, message }) => `${level} ${code} ${message}`);
  };

  it('the cluster itself', () => {
    expect(analyze(CLUSTER)).toEqual([]);
  });

  it.each(FIXES)('$name', ({ fix }) => {
    const objects = appliedTo(CLUSTER, fix.manifest ?? '');
    expect(run(objects, 'validate', '-f')).toMatchObject({ status: 0, output: expect.stringContaining('is valid') });
    expect(analyze(objects)).toEqual([]);
  });

  it('and it would say so: a TCP entry without an address', () => {
    const entry = {
      apiVersion: 'networking.istio.io/v1',
      kind: 'ServiceEntry',
      metadata: { name: 'x', namespace: 'shop' },
      spec: { hosts: ['db.example.com'], ports: [{ number: 3306, name: 'tcp', protocol: 'TCP' }], resolution: 'DNS' },
    };
    expect(analyze([...CLUSTER, entry])).toContainEqual(expect.stringContaining('IST0134'));
  });
});

/** The objects after the fix, its guesses filled in with what this cluster has. */
function appliedTo(cluster: readonly ApiObject[], manifest: string): readonly ApiObject[] {
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
