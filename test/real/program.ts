import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** A program that runs in the foreground, in a process group of its own. */
export interface Program {
  readonly pid: number;
  /** All it has written to stdout and stderr so far. */
  log(): string;
  hasEnded(): boolean;
  stop(): Promise<void>;
}

/** Starts a program and waits until `isReady` says so; throws with its log where it ends before that. */
export const startProgram = async (
  path: string,
  args: readonly string[],
  isReady: () => Promise<boolean>,
): Promise<Program> => {
  const program = launch(path, args);
  const deadline = performance.now() + READY_MS;
  while (!(await isReady())) {
    if (program.hasEnded() || performance.now() > deadline) {
      await program.stop();
      throw new Error(`${path} did not become ready\n${program.log()}`);
    }
    await pause(20);
  }
  return program;
};

/** A port below the kernel's ephemeral range, so that no outgoing connection takes it meanwhile. */
export const freePort = async (): Promise<number> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (!handedOut.has(port) && (await isFree(port))) {
      handedOut.add(port);
      return port;
    }
  }
  throw new Error('no free port');
};

const READY_MS = 20_000;
const STOP_MS = 5_000;
const handedOut = new Set<number>();

const pause = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs));

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

const launch = (path: string, args: readonly string[]): Program => {
  const child = spawn(path, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('latin1').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  child.on('error', (error) => {
    text += `${error.message}\n`;
  });
  // A test run that crashes must not leave it behind.
  const kill = () => signalGroup(child, 'SIGKILL');
  process.once('exit', kill);
  const hasEnded = () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    signalGroup(child, 'SIGTERM');
    await endsWithin(child, hasEnded);
    // Whoever is left in its group: sslh's children, for one, outlive it.
    signalGroup(child, 'SIGKILL');
    process.off('exit', kill);
  };
  return { pid: child.pid ?? 0, log: () => text, hasEnded, stop };
};

const signalGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Nobody is left in it.
  }
};

const endsWithin = (child: ChildProcess, hasEnded: () => boolean): Promise<boolean> => {
  if (hasEnded()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), STOP_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve(true);
    });
  });
};
