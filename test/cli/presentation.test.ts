import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { outputOf, present, spinnerFor, styleOf } from '../../src/cli/presentation.ts';
import { settingsFrom, typed } from '../../src/cli/settings.ts';
import { FINDINGS, report } from '../report/samples.ts';

const NEVER = { signal: new AbortController().signal, stop: () => {}, exitCode: () => null };

it.each(['table', 'json', 'ndjson'])('writes %s to where it is wanted', async (format) => {
  const folder = mkdtempSync(join(tmpdir(), 'deadair-presentation-'));
  const settings = settingsFrom([typed({ format, output: join(folder, 'report') })]);
  const output = outputOf(settings, NEVER);
  await present(report(FINDINGS), settings, output);
  output.close();
  expect(readFileSync(join(folder, 'report'), 'utf8')).toContain('connect-timeout');
  rmSync(folder, { recursive: true });
});

it('does not break lines in a file, nor colour them', async () => {
  const style = await styleOf(settingsFrom([typed({ output: 'x' })]));
  expect([style.width, style.paint.fail('x')]).toEqual([null, 'x']);
});

it('has a spinner that can be told not to turn', () => {
  const still = spinnerFor(settingsFrom([typed({ 'no-progress': true })]), 1);
  let printed = '';
  still.aside(() => {
    printed = 'x';
  });
  still.stop();
  expect(printed).toBe('x');
});
