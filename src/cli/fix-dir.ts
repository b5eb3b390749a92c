import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Finding } from '../model/finding.ts';
import { type Advised, ALTERNATIVES, type FixFile, fixFiles, OURS } from '../report/fix-files.ts';
import { plural } from '../report/plural.ts';
import { UsageError } from '../targets/usage-error.ts';
import { unreadable } from './unreadable.ts';

/** The folder that takes the manifests of a run. */
export interface FixFolder {
  add(finding: Finding): void;
  /** Writes what was added, and says how many files that were. */
  close(): WrittenFixes;
}

interface WrittenFixes {
  readonly first: number;
  readonly alternatives: number;
  /** What earlier runs have left there, and would be applied with the rest. */
  readonly older: number;
}

/** Makes the folder at once, so that a run of ten minutes does not end in "permission denied"; one that stays empty is taken away again. */
export function openFixFolder(folder: string): FixFolder {
  const made = withReason(folder, () => openForWriting(resolve(folder)));
  const advised: Advised[] = [];
  return {
    add({ target, verdict, protocol, fixes }) {
      if (fixes.some(({ manifest }) => manifest !== null)) advised.push({ target, verdict, protocol, fixes });
    },
    close() {
      const files = fixFiles(advised);
      writeAll(folder, files);
      if (files.length === 0 && made !== null) removeEmpty(resolve(folder), made);
      const alternatives = files.filter(({ path }) => path.startsWith(`${ALTERNATIVES}/`)).length;
      return { first: files.length - alternatives, alternatives, older: olderIn(folder, files) };
    },
  };
}

/** What was written, for the person. */
export function fixesInWords({ first, alternatives, older }: WrittenFixes, folder: string): string {
  const total = first + alternatives;
  const before = older === 0 ? '' : `; ${plural(older, 'manifest')} of earlier runs still there`;
  if (total === 0) return `no manifest to write into ${folder}${before}`;
  const others = alternatives === 0 ? '' : `, ${alternatives} of them in ${ALTERNATIVES}/: other ways, to choose from`;
  return `${plural(total, 'manifest')} written into ${folder}${others}${before}`;
}

function olderIn(folder: string, files: readonly FixFile[]): number {
  if (!existsSync(folder)) return 0;
  const fresh = new Set(files.map(({ path }) => path));
  return readdirSync(folder).filter((name) => name.endsWith('.yaml') && !fresh.has(name) && isOurs(join(folder, name)))
    .length;
}

function openForWriting(folder: string): string | null {
  const made = makeFolder(folder);
  accessSync(folder, constants.W_OK | constants.X_OK);
  return made;
}

/** The first folder that had to be made; null where all were there. Step by step: below /proc Node's own way never ends. */
function makeFolder(folder: string): string | null {
  const parent = dirname(folder);
  const made = existsSync(parent) ? null : makeFolder(parent);
  if (existsSync(folder) && statSync(folder).isDirectory()) return made;
  mkdirSync(folder);
  return made ?? folder;
}

function removeEmpty(folder: string, last: string): void {
  rmdirSync(folder);
  if (folder !== last) removeEmpty(dirname(folder), last);
}

/** Nothing is written unless everything can be. */
function writeAll(folder: string, files: readonly FixFile[]): void {
  const placed = files.map(({ path, text }) => ({ path: join(folder, path), text }));
  for (const { path } of placed) withReason(path, () => refuseForeign(path));
  if (files.some(({ path }) => path.startsWith(`${ALTERNATIVES}/`))) {
    const inner = join(folder, ALTERNATIVES);
    if (lstatSync(inner, { throwIfNoEntry: false })?.isDirectory() !== true) withReason(inner, () => mkdirSync(inner));
  }
  for (const { path, text } of placed) withReason(path, () => write(path, text));
}

function refuseForeign(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined || isOurs(path)) return;
  throw new UsageError(
    `${path} is there already, and deadair has not written it`,
    'move it away, or name another folder with --fix-dir',
  );
}

function isOurs(path: string): boolean {
  return lstatSync(path).isFile() && readFileSync(path, 'utf8').startsWith(`${OURS}\n`);
}

/** A link that somebody puts there meanwhile is not followed. */
function write(path: string, text: string): void {
  const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW = 0 } = constants;
  const file = openSync(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0o666);
  try {
    writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
}

function withReason<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new UsageError(`--fix-dir ${path}: there is a file of that name`, 'name a folder');
    throw unreadable(`--fix-dir ${path}`, error);
  }
}
