import ts from 'typescript';
import { type Law, nodes, parse, programs, type Source } from './sources.ts';

/** Files that need no test of their own although they do something, and why. */
const WITHOUT_TEST: Readonly<Record<string, string>> = {
  'src/model/options.ts': 'the defaults are data',
  'src/model/verdict.ts': 'the severities are data',
};
/** Folders of test/ that mirror nothing: stories, real programs, laws. */
const OWN_FOLDERS = [
  'test/scenarios/',
  'test/real/',
  'test/tidy/',
  'test/tidy.test.ts',
  'test/probes/',
  'test/index.test.ts',
  'test/properties/',
  'test/net/contract.test.ts',
];
/** Where a test meets real sockets or processes and must wait for them. */
const MAY_WAIT = ['test/real/', 'test/net/', 'test/cli/', 'test/tidy/'];

/** Every file of src/ that does something has a test where one looks for it. */
export const testsMirror: Law = (sources) => {
  const paths = new Set(sources.map(({ path }) => path));
  return programs(sources, 'src')
    .filter(({ path }) => !(path in WITHOUT_TEST) && !paths.has(testOf(path)))
    .filter(doesSomething)
    .map(({ path }) => `${path} has no ${testOf(path)}`);
};

/** Every test is about a file of src/. */
export const noOrphans: Law = (sources) => {
  const paths = new Set(sources.map(({ path }) => path));
  return programs(sources, 'test')
    .filter(({ path }) => path.endsWith('.test.ts') && !OWN_FOLDERS.some((folder) => path.startsWith(folder)))
    .filter(({ path }) => !paths.has(path.replace(/^test\//, 'src/').replace('.test.ts', '.ts')))
    .map(({ path }) => `${path} is about a file that is not there`);
};

/** Time in tests is virtual: a sleep is either too short or too long. */
export const noSleeps: Law = (sources) =>
  programs(sources, 'test')
    .filter(({ path }) => !MAY_WAIT.some((folder) => path.startsWith(folder)))
    .flatMap((source) => sleepsOf(source).map((name) => `${source.path} waits with ${name}`));

/** Each verdict has its page for users, and each page its verdict. */
export const verdictsHavePages = (sources: readonly Source[], kinds: readonly string[]): readonly string[] => {
  const pages = sources.flatMap(({ path }) => /^docs\/verdicts\/([\w-]+)\.md$/.exec(path)?.[1] ?? []);
  return [
    ...kinds.filter((kind) => !pages.includes(kind)).map((kind) => `docs/verdicts/${kind}.md is missing`),
    ...pages.filter((page) => !kinds.includes(page)).map((page) => `docs/verdicts/${page}.md is about no verdict`),
  ];
};

/** Each verdict has a story that ends in it. */
export const verdictsHaveScenarios = (sources: readonly Source[], kinds: readonly string[]): readonly string[] => {
  const stories = programs(sources, 'test/scenarios').filter(({ path }) => !path.endsWith('.test.ts'));
  return kinds
    .filter((kind) => !stories.some(({ text }) => text.includes(`'${kind}'`)))
    .map((kind) => `no scenario ends in ${kind}`);
};

/** Each protocol shows what a real server sent. */
export const probesHaveSamples = (
  probes: readonly { readonly name: string; readonly samples: object }[],
): readonly string[] =>
  probes
    .filter(({ samples }) => !Object.values(samples).some((rows) => Array.isArray(rows) && rows.length > 0))
    .map(({ name }) => `probes/${name}.ts has no sample`);

/** A file of types has nothing to test that the compiler does not. */
const doesSomething = (source: Source): boolean =>
  parse(source).statements.some(
    (node) => !ts.isImportDeclaration(node) && !ts.isInterfaceDeclaration(node) && !ts.isTypeAliasDeclaration(node),
  );

const testOf = (path: string): string => path.replace(/^src\//, 'test/').replace(/\.ts$/, '.test.ts');

const sleepsOf = (source: Source): readonly string[] =>
  nodes(parse(source)).flatMap((node) => {
    if (ts.isIdentifier(node) && ['setTimeout', 'useFakeTimers'].includes(node.text)) return [node.text];
    return ts.isStringLiteral(node) && node.text.endsWith('timers/promises') ? [node.text] : [];
  });
