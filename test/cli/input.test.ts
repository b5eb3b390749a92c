import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSource } from '../../src/cli/input.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deadair-input-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function textOf(from: string, signal?: AbortSignal): Promise<string> {
  let text = '';
  for await (const chunk of openSource(from, signal).chunks) text += chunk;
  return text;
}

it('reads a file, whose letters may lie across two pieces of it', async () => {
  const path = join(folder, 'list.txt');
  writeFileSync(path, `x${'ü'.repeat(100_000)}`);
  expect(await textOf(path)).toBe(`x${'ü'.repeat(100_000)}`);
});

it.each([
  ['nowhere', 'there is no such file or folder'],
  ['', 'this is a folder'],
])('says what is wrong with "%s"', async (name, message) => {
  await expect(textOf(join(folder, name))).rejects.toThrow(message);
});

it('opens nothing before it is read', () => {
  expect(openSource(join(folder, 'nowhere')).name).toBe(join(folder, 'nowhere'));
});

it('ends without complaint when the run is interrupted', async () => {
  const path = join(folder, 'long.txt');
  writeFileSync(path, 'x'.repeat(1_000_000));
  const controller = new AbortController();
  const pieces = openSource(path, controller.signal).chunks[Symbol.asyncIterator]();
  expect((await pieces.next()).done).toBe(false);
  controller.abort();
  while (!(await pieces.next()).done);
});
