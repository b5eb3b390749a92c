import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { advisedAnew } from '../../../src/explain/finding.ts';
import { SEVERITY } from '../../../src/model/verdict.ts';
import { json } from '../../../src/report/json.ts';
import { table } from '../../../src/report/table.ts';
import { PIPE } from '../../report/plain.ts';
import { FINDINGS, finding, report } from '../../report/samples.ts';
import { deadair } from '../deadair.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deadair-explain-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

it.each(Object.keys(SEVERITY))('has a page for %s', async (kind) => {
  const { status, stdout } = await deadair(['explain', kind]);
  expect(status).toBe(0);
  expect(stdout).toMatch(new RegExp(`^# ${kind}\n`));
});

describe('a report', () => {
  it('is shown as if it had just been made', async () => {
    const { status, stdout } = await deadair(['explain', file('report.json', json(report(FINDINGS)))]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: table(report(FINDINGS), PIPE) });
  });

  it('comes out in any other format', async () => {
    const path = file('report.json', json(report(FINDINGS)));
    const { stdout } = await deadair(['explain', path, '--format', 'json']);
    expect(stdout === json(report(FINDINGS))).toBe(true);
  });

  it.each([
    ['a folder', () => folder, 'this is a folder'],
    ['no report', () => file('x.json', '{}'), 'this is not a report of deadair: see schemaVersion'],
    ['no JSON', () => file('y.json', 'x'), 'this is not JSON'],
    ['not there', () => join(folder, 'z.json'), 'there is no such file or folder'],
  ])('that is %s is refused', async (_, path, message) => {
    const { status, stdout, stderr } = await deadair(['explain', path()]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});

describe('the fixes of a report', () => {
  const saved = () => file('saved.json', json(report([finding('stalled', '10.0.0.7')])));
  const fixesOf = (stdout: string) => JSON.parse(stdout).findings[0].fixes;

  it('are made anew for those who say where things are', async () => {
    const flags = ['--scenario', 'both-in-mesh', '--service', 'prod/orders', '--format', 'json'];
    const { stdout } = await deadair(['explain', saved(), ...flags]);
    expect(fixesOf(stdout)).toEqual(
      advisedAnew(finding('stalled', '10.0.0.7'), 'both-in-mesh', { namespace: 'prod', name: 'orders' }).fixes,
    );
    expect(JSON.parse(stdout).options.scenario).toBe('both-in-mesh');
  });

  it('are those that were saved otherwise', async () => {
    const text = json(report([finding('stalled', '10.0.0.7')])).replaceAll('declare the port', 'saved words');
    const { stdout } = await deadair(['explain', '-', '--format', 'json'], { stdin: text });
    expect(stdout === text).toBe(true);
  });

  it('are written into a folder', async () => {
    const { status, stderr } = await deadair(['explain', saved(), '--fix-dir', join(folder, 'fixes')]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^note: \d manifests written into /);
    expect(readdirSync(join(folder, 'fixes'))).toContain('10.0.0.7-3306-declare-tcp-and-disable-mtls.yaml');
  });

  it('are not of a verdict', async () => {
    const { status, stderr } = await deadair(['explain', 'stalled', '--service', 'prod/orders']);
    expect(status).toBe(2);
    expect(stderr).toContain('--service is about the fixes of a report, and stalled is a verdict');
  });
});
