import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The built command line. */
export const DEADAIR = path('../dist/deadair.cjs');

/** The environment without what would change the cost of starting node (extra certificates alone double it). */
const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...ENVIRONMENT } = process.env;

/** Runs node to its end; the milliseconds from spawn to exit, and what it said. */
export const run = (args: readonly string[], input = ''): { readonly wallMs: number; readonly stdout: string } => {
  const startedAt = performance.now();
  const { stdout, stderr, error } = spawnSync(process.execPath, [...args], {
    env: ENVIRONMENT,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const wallMs = performance.now() - startedAt;
  if (error !== undefined) throw new Error(`node ${args.join(' ')}: ${error.message}\n${stderr}`);
  return { wallMs, stdout };
};

/** A server in a process of its own, on many loopback addresses. */
export interface Peer {
  readonly targets: readonly string[];
  stop(): void;
}

/** Starts a file of bench/peers on `count` addresses 127.PREFIX.x.y. */
export const startPeer = async (name: string, prefix: number, count: number): Promise<Peer> => {
  const child = spawn(process.execPath, [path(`./peers/${name}`), `${prefix}`, `${count}`], {
    env: ENVIRONMENT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const port = Number(await firstLine(child));
  const targets = Array.from(
    { length: count },
    (_, index) => `127.${prefix}.${(index + 1) >> 8}.${(index + 1) & 255}:${port}`,
  );
  return { targets, stop: () => child.stdin.end() };
};

/** Runs node and tells the most memory it had resident besides. */
export const runWatched = async (args: readonly string[], input: string) => {
  const child = spawn(process.execPath, ['-r', path('./peers/peak-memory.cjs'), ...args], {
    env: ENVIRONMENT,
    stdio: ['pipe', 'pipe', 'inherit', 'pipe'],
  });
  const startedAt = performance.now();
  const texts = Promise.all([textOf(child.stdout), textOf(child.stdio[3])]);
  child.stdin?.end(input);
  await once(child, 'exit');
  const wallMs = performance.now() - startedAt;
  const [stdout, peakKilobytes] = await texts;
  return { wallMs, stdout, peakMegabytes: Number(peakKilobytes) / 1024 };
};

const firstLine = async (child: ChildProcess): Promise<string> => {
  const ended = once(child, 'exit').then(() => {
    throw new Error('the peer ended before it was ready');
  });
  ended.catch(() => {});
  const [chunk] = await Promise.race([once(child.stdout ?? child, 'data'), ended]);
  return String(chunk);
};

const textOf = async (stream: unknown): Promise<string> => {
  let text = '';
  for await (const chunk of stream as AsyncIterable<Buffer>) text += chunk.toString('latin1');
  return text;
};

function path(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
