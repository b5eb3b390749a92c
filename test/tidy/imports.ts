import { posix } from 'node:path';
import { importsOf, type Law, programs, type Source } from './sources.ts';

/** The stages of the flow, and what each may import besides itself. Nobody imports a stage to its right. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  probes: ['model'],
  targets: ['model'],
  mesh: ['model'],
  decide: ['model', 'mesh'],
  compare: ['model'],
  report: ['model'],
  catalogue: ['model', 'targets', 'decide'],
  lab: ['model'],
  experiment: ['model', 'mesh', 'decide'],
  explain: ['model', 'mesh'],
  cluster: ['model'],
  net: ['model', 'lab'],
  cli: ['*'],
  index: ['*'],
};

/** The port to the outside: its shape may be known where its implementation may not. */
const WORLD = 'src/net/world.ts';
const KNOWS_THE_WORLD: readonly string[] = ['lab', 'experiment'];

/** A stage imports only what stands before it in the flow. */
export const importDirections: Law = (sources) =>
  programs(sources, 'src', 'probes').flatMap((source) =>
    localImports(source)
      .filter(({ to, typeOnly }) => !allowed(source.path, to, typeOnly))
      .map(({ to }) => `${source.path} may not import ${to}`),
  );

/** No file needs itself, by however many others. */
export const noCycles: Law = (sources) => {
  const graph = new Map(
    programs(sources, 'src', 'probes').map((source) => [source.path, localImports(source).map(({ to }) => to)]),
  );
  return [...graph.keys()].filter((path) => reaches(graph, path)).map((path) => `${path} imports itself in a circle`);
};

/** A package is known to one file, so that it can be replaced in one place. */
export const oneImporterPerPackage: Law = (sources) => {
  const importers = new Map<string, Set<string>>();
  for (const source of programs(sources, 'src')) {
    for (const name of packagesOf(source)) importers.set(name, (importers.get(name) ?? new Set()).add(source.path));
  }
  return [...importers]
    .filter(([, paths]) => paths.size > 1)
    .map(([name, paths]) => `${name} is imported by ${[...paths].join(' and ')}`);
};

interface LocalImport {
  readonly to: string;
  readonly typeOnly: boolean;
}

const localImports = (source: Source): readonly LocalImport[] =>
  importsOf(source)
    .filter(({ from }) => from.startsWith('.'))
    .map(({ from, typeOnly }) => ({ to: posix.join(posix.dirname(source.path), from), typeOnly }));

const packagesOf = (source: Source): readonly string[] =>
  importsOf(source)
    .map(({ from }) => from)
    .filter((from) => !from.startsWith('.') && !from.startsWith('node:'))
    .map((from) => /^(?:@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? from);

const allowed = (from: string, to: string, typeOnly: boolean): boolean => {
  const here = stageOf(from);
  if (to === WORLD && typeOnly && KNOWS_THE_WORLD.includes(here)) return true;
  const may = MAY_IMPORT[here] ?? [];
  return stageOf(to) === here || may.includes('*') || may.includes(stageOf(to));
};

/** `src/net/node.ts` is of net, `src/index.ts` of index, `probes/smtp.ts` of probes. */
const stageOf = (path: string): string => /^(?:src\/)?([^/.]+)/.exec(path)?.[1] ?? path;

const reaches = (graph: ReadonlyMap<string, readonly string[]>, start: string): boolean => {
  const seen = new Set<string>();
  const open = [...(graph.get(start) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === start) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(graph.get(next) ?? []));
  }
  return false;
};
