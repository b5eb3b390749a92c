import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { PROBES } from '../../probes/index.ts';
import { catalogueWith } from '../../src/cli/probe-folder.ts';
import { istio } from '../../src/lab/proxies.ts';
import { greeting } from '../../src/lab/servers.ts';
import { serve } from '../../src/net/serve.ts';
import { TENANT, TENANT_PROBE } from '../catalogue/tenant.ts';
import { deadair } from './deadair.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deadair-probes-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (files: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
};
const other = {
  ...TENANT,
  name: 'other',
  greetings: ['^OTHER'],
  samples: { greetings: [{ bytes: 'OTHER\n', source: 'x' }] },
};

describe('a folder of protocols', () => {
  it('is read in the order of its names, YAML and JSON, and nothing else', () => {
    put({
      'b.yaml': stringify(TENANT),
      'a.json': `\ufeff${JSON.stringify(other)}`,
      'README.md': '#',
      '.hidden.yaml': '{',
    });
    const added = catalogueWith(folder, PROBES).slice(PROBES.length);
    expect(added.map(({ name }) => name)).toEqual(['other', 'tenant']);
    expect(added[1]).toEqual(TENANT_PROBE);
  });

  it.each<[Readonly<Record<string, string>>, string, string | null]>([
    [{}, ': there is no protocol in it', 'write one protocol a file, named my-protocol.yaml or .json'],
    [{ 'a.yaml': 'name: [' }, 'a.yaml: this is not YAML: ', null],
    [{ 'a.json': '{"name"' }, 'a.json: this is not JSON: ', null],
    [
      { 'a.yml': 'greetings: ["^\\d"]' },
      'a.yml: this is not YAML: ',
      "write a pattern within single quotes, where a backslash is one: '^TENANT \\d'",
    ],
    [{ 'a.yaml': '' }, 'a.yaml: nothing where fields belong', 'write name: …, title: …, ports: …'],
    [
      { 'a.yaml': stringify({ ...TENANT, title: 5 }) },
      'a.yaml: title: "5" where text belongs',
      'write it in quotes: "5"',
    ],
    [
      { 'a.yaml': '#'.repeat(1_048_577) },
      'a.yaml: 1048577 bytes, more than 1048576',
      'keep a sample to its first bytes',
    ],
  ])('is refused as a whole where a file is wrong: %#', (files, message, hint) => {
    put(files);
    expect(() => catalogueWith(folder, PROBES)).toThrow(
      expect.objectContaining({ message: expect.stringContaining(message), hint }),
    );
  });

  it('may have nothing but files under such a name', () => {
    mkdirSync(join(folder, 'a.yaml'));
    expect(() => catalogueWith(folder, PROBES)).toThrow('a.yaml: this is no file');
  });

  it('must be there', () => {
    expect(() => catalogueWith(join(folder, 'x'), PROBES)).toThrow('there is no such file or folder');
    put({ 'a.yaml': stringify(TENANT) });
    expect(() => catalogueWith(join(folder, 'a.yaml'), PROBES)).toThrow('a part of the path is not a folder');
  });
});

describe('with a protocol of its own, the program', () => {
  const server = greeting('TENANT 3.1.4 ready\r\n');
  const SHORT = ['--patience', '600ms', '--nudge-after', '100ms', '--format', 'ndjson'];

  it('knows its scheme and its usual port, and names it where it stalls', async () => {
    put({ 'tenant.yaml': stringify(TENANT) });
    const [open, held] = await Promise.all([
      serve(server),
      serve(istio(server, { mtls: 'permissive', declared: 'auto' })),
    ]);
    const places = [open, held].map(({ port }) => `tenant://127.0.0.1:${port}`);
    const { stdout, stderr, status } = await deadair([...places, ...SHORT], { env: { DEADAIR_PROBES: folder } });
    await Promise.all([open.close(), held.close()]);
    const findings = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect({ stderr, status }).toEqual({ stderr: '', status: 3 });
    expect(findings.map(({ verdict, protocol }) => [verdict.kind, protocol])).toEqual([
      ['server-first', { name: 'tenant', version: '3.1.4', speaksFirst: 'server' }],
      ['stalled', { name: 'tenant', version: '3.1.4', speaksFirst: 'server' }],
    ]);
  });

  it('says which field of which file is wrong', async () => {
    put({ 'tenant.yaml': stringify({ ...TENANT, greetings: ['^(TENANT )+(?<version>[\\d.]+)'] }) });
    expect(await deadair(['tenant://127.0.0.1', '--probes', folder])).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^error: tenant\.yaml: greetings\[0\]: .*\nhint: .*\n$/),
    });
  });
});
