import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { configured } from '../../src/cli/config.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deadair-config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return configured(join(folder, name));
};

it.each([
  ['a.yaml', 'patience: 10s\nsamples: 3\nno-nudge: true\n', { patience: '10s', samples: '3', 'no-nudge': 'true' }],
  ['a.json', '{"format": "json"}', { format: 'json' }],
  ['a.conf', 'rate: 0.5', { rate: '0.5' }],
  ['empty.yaml', '', {}],
])('%s', async (name, text, values) => {
  expect((await read(name, text)).values).toEqual(values);
});

it('calls a flag by the file it is in', async () => {
  expect((await read('a.yaml', 'samples: 3')).label('samples')).toBe(join(folder, 'a.yaml: samples'));
});

it.each([
  ['a.yaml', 'patiense: 10s', 'there is no flag "patiense"', 'did you mean patience?'],
  ['a.yaml', 'config: b.yaml', 'there is no flag "config"', null],
  ['a.yaml', 'check: db:25', 'there is no flag "check"', null],
  ['a.yaml', '- patience', 'this is not a list of flags', null],
  ['a.yaml', 'patience', 'this is not a list of flags', null],
  ['a.yaml', 'samples: [1]', 'samples is neither text', null],
  ['a.yaml', 'a: b: c', 'this is not YAML', null],
  ['a.json', '{', 'this is not JSON', null],
])('refuses %s with %s', async (name, text, message, hint) => {
  const refusal = expect(read(name, text)).rejects;
  await refusal.toThrow(`${join(folder, name)}: ${message}`);
  if (hint !== null) await expect(read(name, text)).rejects.toMatchObject({ hint });
});

it('says so where there is none', async () => {
  await expect(configured(join(folder, 'nowhere.yaml'))).rejects.toThrow('there is no such file or folder');
});
