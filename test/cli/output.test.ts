import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { fileOutput } from '../../src/cli/output.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deadair-output-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('replaces a file piece by piece', () => {
  const path = join(folder, 'report');
  writeFileSync(path, 'what was there before');
  const output = fileOutput(path);
  output.write('one ');
  output.write('two');
  output.close();
  expect(readFileSync(path, 'utf8')).toBe('one two');
});

it('leaves a file alone that nothing is written to', () => {
  const path = join(folder, 'kept');
  writeFileSync(path, 'old');
  fileOutput(path).close();
  expect(readFileSync(path, 'utf8')).toBe('old');
});

it('writes to what is no file', () => {
  const output = fileOutput('/dev/null');
  output.write('gone');
  output.close();
});

it('gives to standard output what the disk will not take', () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  expect(() => fileOutput('/dev/full').write('all of it')).toThrow(
    '--output /dev/full: no space is left on the device',
  );
  expect(write.mock.calls).toEqual([['all of it']]);
  write.mockRestore();
});

it.each([
  ['', 'this is a folder'],
  ['no/such/folder', 'there is no such file or folder'],
])('says at once what is wrong with "%s"', (name, message) => {
  expect(() => fileOutput(join(folder, name))).toThrow(message);
});

it.skipIf(process.getuid?.() === 0)('says at once that a file may not be written', () => {
  const path = join(folder, 'read-only');
  writeFileSync(path, '');
  chmodSync(path, 0o444);
  expect(() => fileOutput(path)).toThrow('permission denied');
});
