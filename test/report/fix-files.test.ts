import { describe, expect, it } from 'vitest';
import type { Fix } from '../../src/model/finding.ts';
import { type Advised, fixFiles, OURS } from '../../src/report/fix-files.ts';
import { everyFix } from '../explain/every-fix.ts';
import { objectsIn } from '../mesh/recipes/describe-recipes.ts';
import { schemaErrors } from '../mesh/recipes/schemas.ts';
import { applied } from '../mesh/recipes/server-side-apply.ts';
import { finding } from './samples.ts';

const fix = (id: string, manifest: string | null, more: Partial<Fix> = {}): Fix => ({
  id,
  title: 'declare the port',
  manifest,
  caution: null,
  ...more,
});
const advised = (host: string, fixes: readonly Fix[], address = '10.0.0.7', port = 3306): Advised => ({
  ...finding('stalled'),
  target: { input: host, host, port, address, expectedProtocol: null },
  fixes,
});
const paths = (...findings: Advised[]) => fixFiles(findings).map(({ path }) => path);

describe('the files of the fixes', () => {
  it('are the first fix of each endpoint, and the other ways apart from it', () => {
    const fixes = [fix('declare', 'kind: A\n'), fix('exclude', 'kind: B\n'), fix('talk', null)];
    expect(paths(advised('db', fixes))).toEqual(['db-3306-declare.yaml', 'alternatives/db-3306-exclude.yaml']);
  });

  it('are as many as there are manifests: one for all endpoints that need the same', () => {
    const fixes = [fix('declare', 'kind: A\n')];
    const [only, ...others] = fixFiles([advised('db', fixes, '10.0.0.9'), advised('db', fixes, '10.0.0.8')]);
    expect(others).toEqual([]);
    expect(only?.text).toContain(
      '# for:     db:3306 (10.0.0.8): stalled, mysql\n# for:     db:3306 (10.0.0.9): stalled, mysql\n',
    );
  });

  it('count as first where they are so for one endpoint', () => {
    const [one, other] = [fix('declare', 'kind: A\n'), fix('exclude', 'kind: B\n')];
    expect(paths(advised('db', [one, other]), advised('mail', [other, one])).toSorted()).toEqual([
      'db-3306-declare.yaml',
      'db-3306-exclude.yaml',
    ]);
  });

  it('say what they are for, on which condition, and at what price', () => {
    const title = 'if it is Istio, client outside the mesh, server inside: declare it: now';
    const caution =
      'the port then takes unencrypted connections from anybody who reaches it and no rule can hold on it';
    expect(fixFiles([advised('db', [fix('declare', 'kind: A\n', { title, caution })])])[0]?.text).toBe(`${OURS}
# for:     db:3306 (10.0.0.7): stalled, mysql
# only:    if it is Istio, client outside the mesh, server inside
# fix:     declare it: now
# choice:  the first
# caution: the port then takes unencrypted connections from anybody who reaches it and no rule can
#          hold on it
#
kind: A
`);
  });

  it('are the same whatever the order of the findings', () => {
    const findings = ['b', 'a', 'c'].map((host) => advised(host, [fix('declare', `name: ${host}\n`)]));
    expect(fixFiles(findings.toReversed())).toEqual(fixFiles(findings));
  });

  it('are none where there is nothing to apply', () => {
    expect(fixFiles([advised('db', []), finding('healthy'), finding('refused')])).toEqual([]);
  });
});

describe('their names', () => {
  it.each([
    ['../../etc/cron.d/x', 'etc-cron.d-x-3306-fix.yaml'],
    ['/etc/passwd', 'etc-passwd-3306-fix.yaml'],
    ['..', 'endpoint-3306-fix.yaml'],
    ['a\u0000b\nc', 'a-b-c-3306-fix.yaml'],
    ['2001:DB8::7', '2001-db8-7-3306-fix.yaml'],
    ['-rf', 'rf-3306-fix.yaml'],
    ['.hidden', 'hidden-3306-fix.yaml'],
    ['C:\\con', 'c-con-3306-fix.yaml'],
    ['\u202e\u00e9', 'endpoint-3306-fix.yaml'],
  ])('lead nowhere: %j', (host, path) => {
    expect(paths(advised(host, [fix('fix', 'kind: A\n')]))).toEqual([path]);
  });

  it('fit any file system', () => {
    const [path = ''] = paths(advised('x'.repeat(999), [fix('y'.repeat(999), 'kind: A\n')]));
    expect(path.length).toBeLessThan(255);
  });

  it('are never the same', () => {
    const hosts = ['a/b', 'a:b', 'a b', 'A-B'];
    const all = paths(...hosts.map((host) => advised(host, [fix('fix', `host: ${JSON.stringify(host)}\n`)])));
    expect(all.toSorted()).toEqual(['', '-2', '-3', '-4'].map((end) => `a-b-3306-fix${end}.yaml`).toSorted());
  });

  it('do not follow what a fix is called', () => {
    expect(paths(advised('db', [fix('../../x', 'kind: A\n')]))).toEqual(['db-3306-x.yaml']);
  });
});

it('are valid manifests, whatever the fix', () => {
  const fixes = everyFix().map((written) => written.fix);
  const files = fixFiles([advised('a"b\n- c: &x *y #', fixes)]);
  expect(files).toHaveLength(
    new Set(fixes.filter(({ manifest }) => manifest).map(({ id, manifest }) => id + manifest)).size,
  );
  for (const { text } of files) {
    const objects = objectsIn(text);
    expect(objects.length).toBeGreaterThan(0);
    for (const object of objects) expect(schemaErrors(applied(object))).toEqual([]);
    expect(text).toMatch(/^[\n -~]+\n$/);
  }
});

it('keep words in their comments', () => {
  const evil = 'x\nkind: Evil\n---\n\u2028kind: Evil';
  const [file] = fixFiles([advised(evil, [fix('fix', 'kind: A\n', { title: evil, caution: evil })])]);
  expect(objectsIn(file?.text ?? '')).toEqual([{ kind: 'A' }]);
});
