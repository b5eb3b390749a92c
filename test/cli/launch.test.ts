import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
let folder = '';

const deadair = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(folder, 'deadair.cjs'), ...args], { encoding: 'utf8' });

const put = (...files: readonly string[]) => {
  for (const file of files) cpSync(join(DIST, file), join(folder, file), { recursive: true });
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deadair-launch-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the bin', () => {
  it('answers --version by itself', () => {
    put('deadair.cjs');
    expect(deadair('--version')).toMatchObject({ stdout: `${manifest.version}\n`, stderr: '', status: 0 });
  });

  const CACHES: readonly (readonly [string, Buffer | null])[] = [
    ['without a code cache', null],
    ['with an empty one', Buffer.alloc(0)],
    ['with one of another V8', Buffer.alloc(100_000, 7)],
    ['with half of one', readFileSync(join(DIST, 'program.cache')).subarray(0, 50_000)],
    ['with its own', readFileSync(join(DIST, 'program.cache'))],
  ];

  it.each(CACHES)('runs the program %s', (_, cache) => {
    put('deadair.cjs', 'program.cjs', 'apart');
    rmSync(join(folder, 'program.cache'), { force: true });
    if (cache !== null) writeFileSync(join(folder, 'program.cache'), cache);
    const { stdout, stderr, status } = deadair('protocols');
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toContain('mysql');
  });
});
