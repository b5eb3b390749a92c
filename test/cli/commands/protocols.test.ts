import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROBES } from '../../../probes/index.ts';
import { protocols } from '../../../src/cli/commands/protocols.ts';
import type { Values } from '../../../src/cli/flags.ts';
import { greeting } from '../../../src/lab/servers.ts';
import { serve } from '../../../src/net/serve.ts';
import { TENANT } from '../../catalogue/tenant.ts';
import { deadair } from '../deadair.ts';

const NEVER = { signal: new AbortController().signal, stop: () => {}, exitCode: () => null };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deadair-protocols-'));
  writeFileSync(join(folder, 'tenant.json'), JSON.stringify({ ...TENANT, title: 'Mandanten-B\u00f6rse' }));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const printed = async (name: string | null, values: Values = {}) => {
  const pieces: string[] = [];
  await protocols(name, values, NEVER, { write: (piece) => void pieces.push(piece), close: () => {} });
  return pieces.join('');
};
const namesIn = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0])
    .slice(1);

it('lists the whole catalogue', async () => {
  expect(namesIn(await printed(null))).toEqual(PROBES.map(({ name }) => name));
});

it.each(PROBES.map(({ name }) => name))('tells of %s nothing that a terminal could stumble over', async (name) => {
  const text = await printed(name.toUpperCase());
  expect(text.startsWith(`${name}: `)).toBe(true);
  expect(text).toMatch(/^[\x20-\x7e\n]+$/);
});

it.each([
  ['etcd', 'http: '],
  ['imaps', 'imap: '],
  ['MariaDB', 'mysql: '],
])('tells of %s what carries it', async (name, beginning) => {
  expect((await printed(name)).startsWith(beginning)).toBe(true);
});

it('knows what was meant', async () => {
  await expect(printed('mysl')).rejects.toMatchObject({ hint: 'did you mean mysql?' });
});

describe('with protocols of the user', () => {
  it('lists them too', async () => {
    const text = await printed(null, { probes: folder });
    expect(namesIn(text)).toEqual([...PROBES.map(({ name }) => name), 'tenant']);
    expect(text).toMatch(/^tenant +server +Mandanten-B\\xf6rse +7700$/m);
  });

  it('tells of them', async () => {
    expect(await printed('tenant', { probes: folder })).toContain('`TENANT 3.1.4 ready\\r\\n`  tenantd 3.1.4');
    await expect(printed('tenant')).rejects.toThrow('"tenant" is not in the catalogue');
  });

  it('knows their words at an endpoint', async () => {
    const { port, close } = await serve(greeting('TENANT 9 ready\r\n'));
    const args = ['protocols', 'tenant', '--check', `127.0.0.1:${port}`];
    const [known, unknown] = await Promise.all([
      deadair([...args, '--probes', folder]),
      deadair(['protocols', ...args.slice(2)]),
    ]);
    await close();
    expect(known).toMatchObject({ status: 0, stdout: expect.stringContaining('= a greeting of tenant, version 9\n') });
    expect(unknown).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('= nobody in the catalogue knows these bytes'),
    });
  });
});
