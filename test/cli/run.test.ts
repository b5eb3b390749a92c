import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Eyes } from '../../src/cli/own-sidecar.ts';
import { run } from '../../src/cli/run.ts';
import { DEFAULT_OPTIONS } from '../../src/model/options.ts';
import type { Target } from '../../src/model/target.ts';
import { nodeWorld } from '../../src/net/node.ts';
import { json } from '../../src/report/json.ts';
import { isReport } from '../report/schema.ts';
import { openLoopback } from './lab.ts';
import { NODE_ID } from './sidecar.ts';

let lab: Awaited<ReturnType<typeof openLoopback>>;
beforeAll(async () => {
  lab = await openLoopback();
});
afterAll(() => lab.close());

const target = (name: keyof typeof lab.at, host = '127.0.0.1'): Target => ({
  input: name,
  host,
  port: Number(lab.at[name].split(':')[1]),
  expectedProtocol: null,
});

it('reports in the order of the targets, each once', async () => {
  const targets = [target('smtp'), target('refused'), target('smtp', '127.0.0.1'), target('refused', '127.0.0.2')];
  const { findings, summary } = await run(targets, DEFAULT_OPTIONS);
  expect(findings.map((finding) => `${finding.target.host} ${finding.verdict.kind}`)).toEqual([
    '127.0.0.1 server-first',
    '127.0.0.1 refused',
    '127.0.0.2 refused',
  ]);
  expect(summary).toMatchObject({ total: 3, ok: 1, fail: 2 });
});

it('keeps what it is told to keep, and counts all', async () => {
  const seen: string[] = [];
  const watch = {
    keep: () => null,
    onFinding: (finding: { verdict: { kind: string } }) => seen.push(finding.verdict.kind),
  };
  const { findings, summary } = await run([target('smtp'), target('refused')], DEFAULT_OPTIONS, watch);
  expect(findings).toEqual([]);
  expect(seen.toSorted()).toEqual(['refused', 'server-first']);
  expect(summary.total).toBe(2);
});

it('ends when it is interrupted, though the list has no end', async () => {
  const controller = new AbortController();
  async function* endless(): AsyncGenerator<Target> {
    yield target('smtp');
    await new Promise(() => {});
  }
  const { summary } = await run(endless(), DEFAULT_OPTIONS, {
    signal: controller.signal,
    onFinding: () => controller.abort(),
  });
  expect(summary.byVerdict).toEqual({ 'server-first': 1 });
});

it('passes on that a list broke', async () => {
  async function* broken(): AsyncGenerator<Target> {
    yield target('smtp');
    throw new Error('the pipe broke');
  }
  await expect(run(broken(), DEFAULT_OPTIONS)).rejects.toThrow('the pipe broke');
});

describe('a sidecar beside the prober', () => {
  const SHORT = { ...DEFAULT_OPTIONS, patienceMs: 600, nudgeAfterMs: 100 };
  const eyes: Eyes = {
    lookAround: async () => ({
      whereabouts: { mesh: 'istio', confidence: 'certain', proxy: NODE_ID, seen: [] },
      pathTo: () => ({ listener: 'x', inspectors: ['http'], timeoutMs: 0, onTimeout: 'continue' }),
      ownAddresses: [],
    }),
    passageTo: async () => 'proxied',
  };

  /** Where 10.0.0.7 is served on loopback. */
  const world = () => {
    const real = nodeWorld();
    const connect: typeof real.connect = (dial, listener) => real.connect({ ...dial, address: '127.0.0.1' }, listener);
    return { ...real, connect };
  };

  it('is named as the cause, and in the vantage', async () => {
    const report = await run([target('stalled', '10.0.0.7')], SHORT, { eyes }, world());
    expect(report.findings.map(({ cause }) => cause)).toMatchObject([{ kind: 'own-sidecar', identity: NODE_ID }]);
    expect(report.vantage.proxy).toEqual({ mesh: 'istio', name: NODE_ID });
    expect(isReport(JSON.parse(json(report))) ? [] : isReport.errors).toEqual([]);
  });

  it('is not looked for where nobody is to be identified, nor on loopback', async () => {
    const blind = await run([target('stalled', '10.0.0.7')], { ...SHORT, identify: false }, { eyes }, world());
    const loopback = await run([target('stalled')], SHORT, { eyes });
    for (const { findings, vantage } of [blind, loopback]) {
      expect(findings.map(({ cause }) => cause?.kind)).not.toContain('own-sidecar');
      expect(vantage).not.toHaveProperty('proxy');
    }
  });
});
