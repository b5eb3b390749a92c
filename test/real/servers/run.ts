import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from './free-port.ts';
import { ready } from './ready.ts';
import type { Place, RealServer, Recipe, Running, StartOptions } from './real-server.ts';

const NOBODY = 65_534;

/** Makes a recipe startable: a private folder, a free port, an unprivileged user, and an end within bounds. */
export const runnable = (recipe: Recipe): RealServer => ({
  name: recipe.name,
  package: recipe.package,
  protocol: recipe.protocol,
  speaksFirst: recipe.speaksFirst,
  ...(recipe.inside ? { inside: recipe.inside } : {}),
  ...(recipe.version ? { version: recipe.version } : {}),
  available: () => existsSync(recipe.program),
  start: (options = {}) => start(recipe, options),
});

const start = async (recipe: Recipe, options: StartOptions): Promise<Running> => {
  const place: Place = {
    folder: newFolder(recipe),
    address: options.address ?? '127.0.0.1',
    port: await freePort(),
  };
  const environment = environmentOf(recipe, place);
  writeFiles(recipe, place, { ...recipe.files?.(place), ...options.files });
  for (const command of recipe.before?.(place) ?? []) runToEnd(asUser(recipe, command), place, environment);
  const command = [...(options.within ?? []), ...asUser(recipe, [...recipe.command(place), ...(options.extra ?? [])])];
  const { child, output } = launch(command, place, environment);
  const running = { port: place.port, log: () => output() + ownLogs(recipe, place), stop: () => stop(child, place) };
  try {
    await ready(place, recipe, () => hasEnded(child));
  } catch (error) {
    const log = running.log();
    await running.stop();
    throw new Error(`${recipe.name}: ${String(error)}\n${log}`);
  }
  return running;
};

const newFolder = (recipe: Recipe): string => {
  const folder = mkdtempSync(join(tmpdir(), `deadair-${recipe.name}-`));
  chmodSync(folder, 0o755);
  own(recipe, folder);
  return folder;
};

const isRoot = (): boolean => process.getuid?.() === 0;

const own = (recipe: Recipe, path: string): void => {
  if (isRoot() && recipe.user !== 'root') chownSync(path, NOBODY, NOBODY);
};

const writeFiles = (recipe: Recipe, place: Place, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    const path = join(place.folder, name);
    if (dirname(path) !== place.folder) {
      mkdirSync(dirname(path), { recursive: true });
      own(recipe, dirname(path));
    }
    writeFileSync(path, text, { mode: 0o644 });
    own(recipe, path);
  }
};

const environmentOf = (recipe: Recipe, place: Place): NodeJS.ProcessEnv => ({
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  HOME: place.folder,
  LANG: 'C.UTF-8',
  ...recipe.environment?.(place),
});

/** Root drops to nobody; anybody else stays who they are. */
const asUser = (recipe: Recipe, command: readonly string[]): readonly string[] =>
  isRoot() && recipe.user !== 'root'
    ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--', ...command]
    : command;

const runToEnd = (command: readonly string[], place: Place, env: NodeJS.ProcessEnv): void => {
  const [program = '', ...argv] = command;
  const done = spawnSync(program, argv, { cwd: place.folder, env, encoding: 'latin1', timeout: 60_000 });
  if (done.status !== 0) throw new Error(`${command.join(' ')}: ${done.status}\n${done.stdout}${done.stderr}`);
};

/** None of them outlives us. */
const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) signalGroup(child, 'SIGKILL');
});

const launch = (command: readonly string[], place: Place, env: NodeJS.ProcessEnv) => {
  const [program = '', ...argv] = command;
  // A group of its own, so that stop reaches the children that a server forks, and nobody else's.
  const child = spawn(program, argv, { cwd: place.folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('latin1');
    stream.on('data', (chunk: string) => {
      text += chunk;
    });
  }
  child.on('error', (error) => {
    text += `${error.message}\n`;
  });
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  return { child, output: () => text };
};

const ownLogs = (recipe: Recipe, place: Place): string =>
  (recipe.logs ?? [])
    .map((name) => join(place.folder, name))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'latin1'))
    .join('');

const hasEnded = (child: ChildProcess): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

const stop = async (child: ChildProcess, place: Place): Promise<void> => {
  signalGroup(child, 'SIGTERM');
  await endsWithin(child, 5_000);
  signalGroup(child, 'SIGKILL');
  await endsWithin(child, 5_000);
  child.stdout?.destroy();
  child.stderr?.destroy();
  rmSync(place.folder, { recursive: true, force: true, maxRetries: 3 });
};

/** The group's id is its first process's: members that outlive it still keep the id from being given to others. */
const signalGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Nobody is left in it.
  }
};

const endsWithin = (child: ChildProcess, limitMs: number): Promise<boolean> =>
  hasEnded(child)
    ? Promise.resolve(true)
    : new Promise((resolve) => {
        const timer = setTimeout(() => resolve(false), limitMs);
        child.once('exit', () => {
          clearTimeout(timer);
          resolve(true);
        });
      });
