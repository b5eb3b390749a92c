import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { closed, customResource, inlined, type Json } from './schemas/reduce.ts';

/**
 * Fetches the schemas of the objects that fixes are made of, from the Go modules that define them, and keeps what a test needs.
 * Run it by hand when a fix uses another kind, or another release matters: npx tsx scripts/fetch-schemas.ts
 */
const SOURCES = [
  {
    name: 'istio',
    module: 'istio.io/api@v1.31.1',
    file: 'kubernetes/customresourcedefinitions.gen.yaml',
    read: customResources,
    kinds: ['PeerAuthentication', 'Gateway', 'VirtualService', 'ServiceEntry', 'DestinationRule'],
  },
  {
    name: 'cilium',
    module: 'github.com/cilium/cilium@v1.20.2',
    file: 'pkg/k8s/apis/cilium.io/client/crds/v2/ciliumnetworkpolicies.yaml',
    read: customResources,
    kinds: ['CiliumNetworkPolicy'],
  },
  {
    name: 'kubernetes',
    module: 'k8s.io/kubernetes@v1.36.3',
    file: 'api/openapi-spec/swagger.json',
    read: builtIns,
    kinds: ['Service', 'Namespace', 'Deployment'],
  },
] as const;

for (const { name, module, file, read, kinds } of SOURCES) {
  const text = readFileSync(join(folderOf(module), file), 'utf8');
  const schemas = Object.fromEntries(read(text).filter(([id]) => kinds.some((kind) => id.endsWith(`/${kind}`))));
  const found = Object.keys(schemas).length;
  if (found !== kinds.length) throw new Error(`${module}: ${found} of ${kinds.length} kinds found`);
  const content = { source: `${module}, ${file} (Apache-2.0), reduced by scripts/fetch-schemas.ts`, schemas };
  writeFileSync(`test/fixtures/schemas/${name}.json`, `${JSON.stringify(content)}\n`);
}

/** Where the Go tool has put the module, after it has checked the module's sum. */
function folderOf(module: string): string {
  const { Dir } = JSON.parse(execFileSync('go', ['mod', 'download', '-json', module], { encoding: 'utf8', cwd: '/' }));
  return Dir;
}

/** The stored version of each CustomResourceDefinition. */
function customResources(text: string): [string, Json][] {
  return parseAllDocuments(text).flatMap((document) => {
    const spec = document.toJS()?.spec;
    const version = spec?.versions.find(({ storage }: { storage: boolean }) => storage);
    return version
      ? [[`${spec.group}/${version.name}/${spec.names.kind}`, customResource(version.schema.openAPIV3Schema)]]
      : [];
  });
}

/** The API server's own kinds, which refer to each other by name. */
function builtIns(text: string): [string, Json][] {
  const { definitions } = JSON.parse(text);
  return ['v1/Service', 'v1/Namespace', 'apps/v1/Deployment'].map((id) => {
    const name = `io.k8s.api.${id.startsWith('v1') ? 'core/' : ''}${id}`.replaceAll('/', '.');
    return [id, closed(inlined(definitions[name], definitions))];
  });
}
