import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { fixOutput } from '../../src/cli/fix-output.ts';
import { finding } from '../report/samples.ts';
import { deadair } from './deadair.ts';
import { openLoopback } from './lab.ts';

afterEach(() => vi.restoreAllMocks());

it('writes nothing where no folder is named', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const fixes = await fixOutput({ fixDir: null, quiet: false });
  fixes.add(finding('stalled', 'db'));
  fixes.close();
  expect(said).not.toHaveBeenCalled();
});

it.each([true, false])('writes into the folder, and says so unless it is to be quiet (%s)', async (quiet) => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const folder = mkdtempSync(join(tmpdir(), 'deadair-fix-output-'));
  const fixes = await fixOutput({ fixDir: folder, quiet });
  fixes.add(finding('stalled', 'db'));
  fixes.close();
  expect(existsSync(join(folder, 'db-3306-declare-tcp-and-disable-mtls.yaml'))).toBe(true);
  expect(said.mock.calls.length).toBe(quiet ? 0 : 1);
  rmSync(folder, { recursive: true });
});

it('takes the manifests of a run, for the Service that was named', async () => {
  const lab = await openLoopback();
  const folder = join(mkdtempSync(join(tmpdir(), 'deadair-fix-output-')), 'fixes');
  const flags = ['--patience', '600ms', '--nudge-after', '100ms', '--format', 'ndjson', '--scenario', 'server-in-mesh'];
  const args = [lab.at.stalled, lab.at.smtp, ...flags, '--fix-dir', folder, '--service', 'prod/mail'];
  const { status, stderr } = await deadair(args);
  await lab.close();
  const port = lab.at.stalled.split(':')[1];
  const text = readFileSync(join(folder, `127.0.0.1-${port}-declare-tcp-and-disable-mtls.yaml`), 'utf8');
  expect(status).toBe(3);
  expect(stderr).toContain(`manifests written into ${folder}`);
  expect(text).toContain(`# for:     127.0.0.1:${port}: stalled, smtp\n`);
  expect(text).toContain('  name: mail\n  namespace: prod\n');
  rmSync(folder, { recursive: true });
});
