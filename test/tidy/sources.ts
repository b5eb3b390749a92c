import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** One file of the repository: its path from the root, with forward slashes, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** A rule of the house: what it complains of, one line a complaint, over any set of files. */
export type Law = (sources: readonly Source[]) => readonly string[];

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', '.git', '.tmp']);
const TEXT = /(\.(c?ts|cjs|mjs|js|json|md|ya?ml|txt|sh|html)|\/(run|LICENSE|\.gitignore|\.npmrc))$/;

/** Every text file of the repository. */
export const repository = (): readonly Source[] =>
  walk('')
    .filter((path) => TEXT.test(`/${path}`))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

/** Whether the repository has this file or folder. */
export const exists = (path: string): boolean => existsSync(join(ROOT, path));

/** The TypeScript files below one of these folders. */
export const programs = (sources: readonly Source[], ...folders: readonly string[]): readonly Source[] =>
  sources.filter(({ path }) => path.endsWith('.ts') && folders.some((folder) => path.startsWith(`${folder}/`)));

/** The syntax tree, with parents. Kept, since every law asks for it. */
export const parse = (source: Source): ts.SourceFile => {
  const known = trees.get(source);
  if (known !== undefined) return known;
  const tree = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, true);
  trees.set(source, tree);
  return tree;
};

const trees = new WeakMap<Source, ts.SourceFile>();

/** Every node of a tree, the root first. */
export const nodes = (root: ts.Node): readonly ts.Node[] => {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
};

/** What a file imports: the words between the quotes, and whether only types come in. */
export interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

/** The imports and re-exports of a file, dynamic ones too. */
export const importsOf = (source: Source): readonly Import[] => nodes(parse(source)).flatMap(asImport);

const asImport = (node: ts.Node): readonly Import[] => {
  if (ts.isImportDeclaration(node)) return quoted(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false);
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined)
    return quoted(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return quoted(node.argument.literal, true);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return quoted(node.arguments[0], false);
  return [];
};

const quoted = (node: ts.Node | undefined, typeOnly: boolean): readonly Import[] =>
  node !== undefined && ts.isStringLiteralLike(node) ? [{ from: node.text, typeOnly }] : [];

const walk = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (NOT_OURS.has(entry.name)) return [];
    return entry.isDirectory() ? walk(path) : [path];
  });
