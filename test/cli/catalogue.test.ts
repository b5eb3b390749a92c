import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { PROBES } from '../../probes/index.ts';
import { catalogueOf } from '../../src/cli/catalogue.ts';
import { TENANT, TENANT_PROBE } from '../catalogue/tenant.ts';

it('is the built-in one, and what a folder adds to it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'deadair-catalogue-'));
  writeFileSync(join(folder, 'tenant.json'), JSON.stringify(TENANT));
  expect(await catalogueOf({ probes: null })).toBe(PROBES);
  expect(await catalogueOf({ probes: folder })).toEqual([...PROBES, TENANT_PROBE]);
  rmSync(folder, { recursive: true });
});

it('needs what lies apart only where it is asked for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'deadair-without-examiner-'));
  const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
  for (const file of ['deadair.cjs', 'program.cjs', 'program.cache'])
    copyFileSync(join(dist, file), join(folder, file));
  writeFileSync(join(folder, 'tenant.json'), JSON.stringify(TENANT));
  const call = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(folder, 'deadair.cjs'), ...args], { encoding: 'utf8', env: {} });
  expect(call('127.0.0.1:1', '--quiet').stderr).toBe('');
  expect(call('protocols', 'smtp').stderr).toContain('yargs.cjs');
  expect(call('127.0.0.1:1', '--probes', folder).stderr).toContain('examine.cjs');
  rmSync(folder, { recursive: true });
});
