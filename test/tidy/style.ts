import ts from 'typescript';
import { importsOf, type Law, nodes, parse, programs, type Source } from './sources.ts';

const FILE_LINES_MAX = 200;
const FUNCTION_LINES_MAX = 40;
const EDGES = ['src/net/', 'src/cluster/', 'src/cli/'];
/** The simulated world gives promises a turn between two virtual events. */
const EDGE_ALLOWED: Readonly<Record<string, readonly string[]>> = { 'src/lab/simulate.ts': ['setImmediate'] };
const OUTSIDE_WORLD = new Set([
  ...['Date', 'performance', 'process', 'console', 'fetch'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate'],
]);
const INDEXES = ['src/index.ts', 'probes/index.ts', 'src/report/index.ts', 'src/mesh/index.ts'];

/** Clock, sockets, files, the terminal and chance enter at the edges and nowhere else. */
export const edgesOnly: Law = (sources) =>
  programs(sources, 'src', 'probes')
    .filter(({ path }) => !EDGES.some((edge) => path.startsWith(edge)))
    .flatMap((source) =>
      [...nodeImports(source), ...outsideNames(source)].map(
        (name) => `${source.path} uses ${name}, which is for the edges`,
      ),
    );

/** A probe is data: whoever adds a protocol writes no code. */
export const probesAreData: Law = (sources) =>
  programs(sources, 'probes').flatMap((source) =>
    nodes(parse(source))
      .filter((node) => ts.isFunctionLike(node) || ts.isClassLike(node))
      .map((node) => `${source.path}:${lineOf(node)} has code in it`),
  );

/** Lists that a script writes are as long as what they list. */
const GENERATED = ['probes/index.ts', 'test/real/servers/index.ts'];

/** A file that does not fit on a few screens is about more than one thing. */
export const shortFiles: Law = (sources) =>
  programs(sources, 'src', 'probes', 'test', 'scripts', 'bench', 'examples')
    .filter(({ path }) => !GENERATED.includes(path))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > FILE_LINES_MAX)
    .map(({ path, lines }) => `${path} has ${lines} lines, at most ${FILE_LINES_MAX}`);

/** A function that does not fit on one screen does more than one thing. */
export const shortFunctions: Law = (sources) =>
  programs(sources, 'src', 'scripts', 'bench').flatMap((source) =>
    nodes(parse(source))
      .filter((node) => ts.isFunctionLike(node) && lengthOf(node) > FUNCTION_LINES_MAX)
      .map(
        (node) =>
          `${source.path}:${lineOf(node)} is a function of ${lengthOf(node)} lines, at most ${FUNCTION_LINES_MAX}`,
      ),
  );

/** A drawer for everything is where nobody finds anything; an index inside hides who needs whom. */
export const tellingNames: Law = (sources) =>
  sources
    .map(({ path }) => path)
    .filter(
      (path) =>
        /(^|[/.-])(utils?|helpers?|common|misc)([/.-]|$)/.test(path) ||
        (/^(src|probes)\/(.*\/)?index\.ts$/.test(path) && !INDEXES.includes(path)),
    )
    .map((path) => `${path} says nothing by its name`);

/** State is a local variable or an argument: the only classes are errors. */
export const classesAreErrors: Law = (sources) =>
  programs(sources, 'src').flatMap((source) =>
    nodes(parse(source))
      .filter(ts.isClassLike)
      .filter((node) => !node.heritageClauses?.some((clause) => /Error\b/.test(clause.getText())))
      .map((node) => `${source.path}:${lineOf(node)} is a class and no error`),
  );

/** Whoever meets an exported function learns what it is for without reading it. */
export const exportsAreExplained: Law = (sources) =>
  programs(sources, 'src').flatMap((source) =>
    parse(source)
      .statements.filter((node) => (ts.isFunctionDeclaration(node) || ts.isVariableStatement(node)) && isExported(node))
      .filter((node) => ts.getLeadingCommentRanges(source.text, node.pos) === undefined)
      .map((node) => `${source.path}:${lineOf(node)} is exported without a word`),
  );

const nodeImports = (source: Source): readonly string[] =>
  importsOf(source)
    .map(({ from }) => from)
    .filter((from) => from.startsWith('node:'));

const outsideNames = (source: Source): readonly string[] =>
  nodes(parse(source)).flatMap((node) => {
    if (ts.isPropertyAccessExpression(node) && node.getText() === 'Math.random') return ['Math.random'];
    if (!ts.isIdentifier(node) || !OUTSIDE_WORLD.has(node.text) || isPropertyName(node)) return [];
    return EDGE_ALLOWED[source.path]?.includes(node.text) ? [] : [node.text];
  });

/** The `process` of `{ process: 1 }` or `x.process` is nobody's global. */
const isPropertyName = (node: ts.Identifier): boolean => {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  return (
    (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent)) &&
    parent.name === node
  );
};

const isExported = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);

const lineOf = (node: ts.Node): number => node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;

const lengthOf = (node: ts.Node): number => node.getText().split('\n').length;
