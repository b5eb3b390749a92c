import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CACHED_ISTIOCTL } from '../../../scripts/istioctl/cached.ts';
import type { ApiObject } from '../../mesh/recipes/server-side-apply.ts';
import { CLUSTER } from './istioctl-cluster.ts';
import { appliedTo, FIXES } from './istioctl-fixes.ts';

const ISTIOCTL = process.env.ISTIOCTL_BIN ?? CACHED_ISTIOCTL;
const isThere = existsSync(ISTIOCTL);
if (!isThere) {
  process.stderr.write(
    'skipped: istioctl on the fixes: set ISTIOCTL_BIN, or npx tsx scripts/build-istioctl.ts (minutes)\n',
  );
}

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
