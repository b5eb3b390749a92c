import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PROBES } from '../../probes/index.ts';
import { probeAll } from '../../src/experiment/probe-all.ts';
import { simulate } from '../../src/lab/simulate.ts';
import type { Measurement } from '../../src/model/finding.ts';
import { DEFAULT_OPTIONS } from '../../src/model/options.ts';
import { expectedKinds, type TrueWorld, worlds } from './world.ts';

/** How many worlds a run tries; every one is a whole experiment in virtual time. */
const RUNS = Number(process.env.DEADAIR_WORLDS ?? 10_000);

const seed = Number(process.env.DEADAIR_SEED ?? Date.now() % 2 ** 31);

test(`the judge tells the truth about ${RUNS} generated worlds (seed ${seed})`, { timeout: 120_000 }, async () => {
  console.info(`worlds: DEADAIR_SEED=${seed} DEADAIR_WORLDS=${RUNS}`);
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const measurement = await experimentIn(world);
      expectTruth(measurement, world);
    }),
    { numRuns: RUNS, seed },
  );
});

const PORT = 31_337;

async function experimentIn({ server, proxy, latencyMs, localFailures }: TrueWorld): Promise<Measurement> {
  const network = { peers: { [`10.0.0.7:${PORT}`]: proxy.wrap(server.peer) }, latencyMs, localFailures };
  const world = simulate(network);
  const target = { input: 'it', host: '10.0.0.7', port: PORT, expectedProtocol: null };
  const findings = probeAll([target], DEFAULT_OPTIONS, world, PROBES);
  const { value } = await world.run(findings.next());
  if (!value) throw new Error('nothing was measured');
  return value;
}

function expectTruth({ judgement, protocol, timing }: Measurement, world: TrueWorld): void {
  const { server, proxy } = world;
  const told = `${judgement.kind} for ${server.name} behind ${proxy.name}, latency ${world.latencyMs}`;
  if (judgement.kind === 'stalled' || judgement.kind === 'delayed') {
    expect(server.speaksFirst, `no greeting was there to be freed: ${told}`).toBe('server');
    expect(proxy.holds, `nobody holds it: ${told}`).toBe(true);
  }
  if (server.speaksFirst === 'server' && proxy.holds) {
    expect(judgement.kind, `a proxy holds it: ${told}`).not.toMatch(/^(?:healthy|server-first)$/);
  }
  const expected = expectedKinds(world);
  if (expected) expect(expected, told).toContain(judgement.kind);
  if (expected && protocol) expect(protocol.name, told).toBe(server.protocol);
  if (judgement.kind === 'delayed') expectTimeout(timing.detectionTimeoutMs, proxy.timeout?.afterMs ?? 0);
}

/** Within 10 % or 30 ms of what the proxy really waits. */
function expectTimeout(measuredMs: number | null, trueMs: number): void {
  expect(Math.abs((measuredMs ?? 0) - trueMs)).toBeLessThanOrEqual(Math.max(30, trueMs / 10));
}
