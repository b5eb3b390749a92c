import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CACHED_ANALYZERS } from '../../../scripts/istioctl/cached.ts';
import type { ApiObject } from '../../mesh/recipes/server-side-apply.ts';
import { CLUSTER } from './istioctl-cluster.ts';
import { appliedTo, FIXES } from './istioctl-fixes.ts';

const isThere = existsSync(CACHED_ANALYZERS);
if (!isThere) {
  const missing = "Istio's analyzers on the fixes: npx tsx scripts/build-istio-analyze.ts (two minutes)";
  if (process.env.CI === 'true') throw new Error(`missing: ${missing}`);
  process.stderr.write(`skipped: ${missing}\n`);
}

interface Answer {
  readonly invalid: readonly string[];
  readonly complaints: readonly { readonly code: string; readonly level: string; readonly message: string }[];
}

/** What Istio's own checks have against these objects, in a line each. */
describe.skipIf(!isThere)("Istio's analyzers have nothing against", () => {
  const folder = mkdtempSync(join(tmpdir(), 'deadair-analyze-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const problemsOf = (objects: readonly ApiObject[]): readonly string[] => {
    const file = join(folder, 'objects.json');
    writeFileSync(file, objects.map((object) => JSON.stringify(object)).join('\n---\n'));
    const { stdout, stderr, status } = spawnSync(CACHED_ANALYZERS, [file], { encoding: 'utf8', timeout: 60_000 });
    if (status !== 0) return [stderr];
    const { invalid, complaints }: Answer = JSON.parse(stdout);
    return [...invalid, ...complaints.map(({ code, level, message }) => `${level} ${code} ${message}`)];
  };

  it('the cluster itself', () => {
    expect(problemsOf(CLUSTER)).toEqual([]);
  });

  it.each(FIXES)('$name', ({ fix }) => {
    expect(problemsOf(appliedTo(CLUSTER, fix.manifest ?? ''))).toEqual([]);
  });

  const entry = (ports: object): ApiObject => ({
    apiVersion: 'networking.istio.io/v1',
    kind: 'ServiceEntry',
    metadata: { name: 'x', namespace: 'shop' },
    spec: { hosts: ['db.example.com'], ports: [ports], resolution: 'DNS' },
  });
  const service = (port: object): ApiObject => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'x', namespace: 'db' },
    spec: { selector: { app: 'mysql' }, ports: [port] },
  });
  const annotated = (annotations: object): ApiObject => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'x', namespace: 'db' },
    spec: { selector: { matchLabels: { app: 'x' } }, template: { metadata: { labels: { app: 'x' }, annotations } } },
  });

  it.each([
    ['a TCP entry without an address', entry({ number: 3306, name: 'tcp', protocol: 'TCP' }), 'IST0134'],
    ['a protocol that there is not', entry({ number: 3306, name: 'x', protocol: 'SMTP' }), 'unsupported protocol'],
    ['a port name that it does not know', service({ name: 'smtp', port: 587 }), 'IST0118'],
    ['another port for the same pods', service({ name: 'tcp-x', port: 9999, targetPort: 3307 }), 'IST0137'],
    ['an annotation that it does not know', annotated({ 'traffic.sidecar.istio.io/x': '25' }), 'unknown annotation'],
    ['a field that it does not know', entry({ number: 3306, name: 'x', protokol: 'TCP' }), 'protokol'],
  ])('and it would say so: %s', (_, object, complaint) => {
    expect(problemsOf([...CLUSTER, object])).toContainEqual(expect.stringContaining(complaint));
  });

  it('and it does not see two Services that disagree whether a port is HTTP: both are TCP to Kubernetes', () => {
    expect(problemsOf([...CLUSTER, service({ name: 'http-x', port: 3307, targetPort: 3307 })])).toEqual([]);
  });
});
