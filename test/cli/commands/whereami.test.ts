import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whereami } from '../../../src/cli/commands/whereami.ts';
import type { Values } from '../../../src/cli/flags.ts';
import { deadair } from '../deadair.ts';
import { NODE_ID, openSidecar } from '../sidecar.ts';

const CALM = { signal: new AbortController().signal, stop: () => {}, exitCode: () => null };

let sidecar: Awaited<ReturnType<typeof openSidecar>>;
let folder = '';
beforeAll(async () => {
  sidecar = await openSidecar();
  folder = mkdtempSync(join(tmpdir(), 'deadair-whereami-'));
});
afterAll(() => {
  sidecar.close();
  rmSync(folder, { recursive: true });
});

/** Called here, where its landmarks can be led to a sidecar of the test's own. */
const call = async (targets: readonly string[], values: Values = {}): Promise<string> => {
  const output = join(folder, 'answer');
  expect(await whereami(targets, { ...values, output }, CALM, sidecar.landmarks)).toBe(0);
  return readFileSync(output, 'utf8');
};

describe('beside a sidecar', () => {
  it('tells whose it is, in lines of 80', async () => {
    const text = await call(['10.0.0.7:3307-3308', '127.0.0.1:25']);
    expect(text).toContain(`In a mesh: istio (certain)\n  proxy    ${NODE_ID}\n`);
    expect(text).toMatch(/10\.0\.0\.7:3307 +WAITS/);
    expect(text).toMatch(/10\.0\.0\.7:3308 +passes it on at once/);
    expect(text).toMatch(/127\.0\.0\.1:25 +it stays on this machine/);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('tells the same to programs', async () => {
    const outlook = JSON.parse(
      await call(['10.0.0.9:8080', 'no-such-host.invalid:25'], { format: 'json', stuck: true }),
    );
    expect(outlook).toMatchObject({
      whereabouts: { mesh: 'istio', proxy: NODE_ID },
      waysOut: [
        {
          kind: 'told',
          address: '10.0.0.9',
          path: { listener: '0.0.0.0_8080', inspectors: ['tls'], timeoutMs: 1_000, onTimeout: 'continue' },
        },
        { kind: 'unresolved', host: 'no-such-host.invalid' },
      ],
      dial: null,
      stuck: { listeners: [{ listener: '10.0.0.7_3307', connections: 2 }] },
    });
    expect(outlook.baseline[0]).toBe('127.0.0.1');
  });
});

it.each<[readonly string[], number, string]>([
  [['--format', 'ndjson'], 2, 'hint: write --format table or json'],
  [['db'], 2, 'hint: write db:3306'],
  [['--patience', '1s'], 2, 'deadair whereami has no flag --patience'],
  [['--stuk'], 2, 'did you mean --stuck?'],
])('the program with %j ends with %d', async (args, code, words) => {
  const { status, stdout, stderr } = await deadair(['whereami', ...args]);
  expect({ status, stdout }).toEqual({ status: code, stdout: '' });
  expect(stderr).toContain(words);
});

it('the program answers wherever it is', async () => {
  const { status, stdout, stderr } = await deadair(['whereami', '--format', 'json']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout).baseline).toContain('127.0.0.1');
});
