import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeWorld } from '../../src/net/node.ts';

const run = promisify(execFile);
const world = nodeWorld();
afterAll(() => world.close());

/** Runs a line of code against the real world in a process of its own, and gives what it prints. */
async function alone(code: string, shell = ''): Promise<string> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const script = `import { nodeWorld } from './src/net/node.ts'; const world = nodeWorld(); ${code}`;
  const command = `${shell} exec "$0" --import tsx --input-type=module -e "$1"`;
  const { stdout } = await run('sh', ['-c', command, process.execPath, script], { cwd: root });
  return stdout.trim();
}

describe('nodeWorld', () => {
  it('has a clock that does not go back', () => {
    const first = world.now();
    expect(world.now()).toBeGreaterThanOrEqual(first);
  });

  it('calls back after the delay, unless it was cancelled', async () => {
    const called: string[] = [];
    const cancel = world.after(0, () => called.push('cancelled'));
    cancel();
    await new Promise<void>((resolve) => world.after(1, resolve));
    cancel();
    expect(called).toEqual([]);
  });

  it('takes a delay of months for a long time, not for none', async () => {
    let called = false;
    const cancel = world.after(1e11, () => {
      called = true;
    });
    await new Promise<void>((resolve) => world.after(5, resolve));
    cancel();
    expect(called).toBe(false);
  });

  it('knows that its event loop was late', async () => {
    const since = world.now();
    await new Promise<void>((resolve) => world.after(15, resolve));
    const before = world.lagSince(since);
    const blockedUntil = world.now() + 80;
    while (world.now() < blockedUntil);
    expect(world.lagSince(since)).toBeGreaterThan(before);
    expect(world.lagSince(since)).toBeGreaterThanOrEqual(60);
    await new Promise<void>((resolve) => world.after(15, resolve));
    expect(world.lagSince(since)).toBeGreaterThanOrEqual(60);
  });

  it('does not keep the process alive', async () => {
    expect(await alone("console.log('over', typeof world.close)")).toBe('over function');
  });

  it('waits for its timers', async () => {
    expect(await alone("world.after(20, () => console.log('called'))")).toBe('called');
  });

  it('calls a lack of descriptors its own', async () => {
    const code = `
      const codes = new Set();
      const listener = { opened() {}, received() {}, secured() {}, ended() {}, failed: (e) => codes.add(e.code + ' ' + e.local) };
      for (let i = 0; i < 200; i++) world.connect({ address: '127.0.0.1', port: 1 }, listener);
      world.after(300, () => console.log([...codes].sort().join()));`;
    expect(await alone(code, 'ulimit -n 100;')).toBe('ECONNREFUSED false,EMFILE true');
  });
});
