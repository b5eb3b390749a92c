import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Finding, probe, UsageError } from '../src/index.ts';
import { openLoopback } from './cli/lab.ts';

let lab: Awaited<ReturnType<typeof openLoopback>>;
beforeAll(async () => {
  lab = await openLoopback();
});
afterAll(() => lab.close());

it('probes and reports, and prints nothing', async () => {
  const writes = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
  const report = await probe([lab.at.smtp, lab.at.refused]);
  const calls = writes.flatMap((write) => write.mock.calls);
  for (const write of writes) write.mockRestore();
  expect(calls).toEqual([]);
  expect(report.findings.map(({ verdict }) => verdict.kind)).toEqual(['server-first', 'refused']);
});

it('tells of each finding as it settles, and ends when it is told to', async () => {
  const controller = new AbortController();
  const seen: Finding[] = [];
  const { summary } = await probe([lab.at.smtp, lab.at.mute], {
    patienceMs: 3_600_000,
    signal: controller.signal,
    onFinding(finding) {
      seen.push(finding);
      controller.abort();
    },
  });
  expect(seen.map(({ verdict }) => verdict.kind)).toEqual(['server-first']);
  expect(summary.total).toBe(1);
});

it('takes one target, and targets that are read already', async () => {
  const [host = '', port] = lab.at.smtp.split(':');
  const target = { input: 'ours', host, port: Number(port), expectedProtocol: 'smtp' };
  expect((await probe(lab.at.smtp)).summary.ok).toBe(1);
  expect((await probe([target])).findings[0]?.target).toMatchObject(target);
});

it('rejects what is no target', async () => {
  await expect(probe(['db'])).rejects.toBeInstanceOf(UsageError);
});

it('has an example that runs', () => {
  const { status, stdout, stderr } = spawnSync('npx', ['tsx', 'examples/library.ts'], { encoding: 'utf8' });
  expect({ status, stdout }, stderr).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^127.0.0.1:\d+ server-first: .*\n1 of 1 endpoints are fine\n$/),
  });
});
