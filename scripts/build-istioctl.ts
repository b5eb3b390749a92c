import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CACHED_ISTIOCTL } from './istioctl/cached.ts';

/**
 * Builds istioctl, to which the real tests show every fix, from Istio's Go modules: npx tsx scripts/build-istioctl.ts
 * Four to thirteen minutes of two cores, so it is done once and kept. Its releases cannot be installed as a module, since Istio's
 * own go.mod asks for a release candidate of its API; scripts/istioctl/go.mod asks for the release instead.
 */
if (existsSync(CACHED_ISTIOCTL)) {
  process.stdout.write(`${CACHED_ISTIOCTL}\n`);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'deadair-istioctl-'));
  copyFileSync(fileURLToPath(new URL('istioctl/go.mod', import.meta.url)), join(folder, 'go.mod'));
  const args = [
    'build',
    '-mod=mod',
    '-trimpath',
    '-ldflags',
    '-s -w',
    '-o',
    'built',
    'istio.io/istio/istioctl/cmd/istioctl',
  ];
  const { status } = spawnSync('go', args, { cwd: folder, stdio: 'inherit' });
  if (status === 0) {
    mkdirSync(dirname(CACHED_ISTIOCTL), { recursive: true });
    copyFileSync(join(folder, 'built'), `${CACHED_ISTIOCTL}.new`);
    renameSync(`${CACHED_ISTIOCTL}.new`, CACHED_ISTIOCTL);
    process.stdout.write(`${CACHED_ISTIOCTL}\n`);
  }
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = status ?? 1;
}
