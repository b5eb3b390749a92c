import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { targetList } from '../../src/cli/target-list.ts';
import { CATALOGUE } from '../targets/catalogue.ts';

let file = '';
beforeAll(() => {
  file = join(mkdtempSync(join(tmpdir(), 'deadair-list-')), 'list.txt');
});
afterAll(() => rmSync(join(file, '..'), { recursive: true }));

const { signal } = new AbortController();

async function read(words: readonly string[], text: string | null) {
  if (text !== null) writeFileSync(file, text);
  const list = await targetList(words, text === null ? null : file, CATALOGUE, signal);
  const places: string[] = [];
  for await (const { host, port } of list.targets) places.push(`${host}:${port}`);
  return { places, total: list.total, mistake: list.mistake() };
}

it.each<[readonly string[], string | null, readonly string[]]>([
  [['a:1', 'b:2,3'], null, ['a:1', 'b:2', 'b:3']],
  [['a:1'], 'b:2\nc:3', ['a:1', 'b:2', 'c:3']],
  [[], '10.0.0.0/31:25', ['10.0.0.0:25', '10.0.0.1:25']],
])('%j and %j', async (words, text, places) => {
  expect(await read(words, text)).toEqual({ places, total: places.length, mistake: null });
});

it.each<[readonly string[], string | null, string]>([
  [[], null, 'there is no target'],
  [[], '# none', 'there is no target in'],
  [['a:1', 'b'], null, '"b" has no port'],
  [['a:1'], 'b:2\nc', 'line 2: "c" has no port'],
])('%j and %j are refused as a whole, before anything is probed', async (words, text, message) => {
  await expect(read(words, text)).rejects.toThrow(message);
});
