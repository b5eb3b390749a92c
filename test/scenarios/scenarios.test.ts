import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PROBES } from '../../probes/index.ts';
import { probeAll } from '../../src/experiment/probe-all.ts';
import { simulate } from '../../src/lab/simulate.ts';
import type { Measurement } from '../../src/model/finding.ts';
import { DEFAULT_OPTIONS } from '../../src/model/options.ts';
import type { Scenario } from './scenario.ts';

const kinds = readdirSync(new URL('.', import.meta.url))
  .filter((file) => !file.startsWith('scenario'))
  .map((file) => file.replace('.ts', ''));

const scenarios = await Promise.all(
  kinds.map(async (kind) => {
    const module: { default: Scenario } = await import(`./${kind}.ts`);
    return { ...module.default, kind };
  }),
);

test('there are scenarios', () => {
  expect(scenarios.length).toBeGreaterThan(0);
});

test.each(scenarios)('$kind: $story', async (scenario) => {
  const measurements = await run(scenario);
  expect(measurements.map(({ judgement }) => judgement.kind)).toEqual(scenario.verdicts);
  expect(scenario.verdicts).toContain(scenario.kind);
  const protocols = measurements.flatMap(({ protocol }) => protocol?.name ?? []);
  expect([...new Set(protocols)]).toEqual(scenario.protocol ? [scenario.protocol] : []);
});

/** The story in virtual time; findings in the order of the addresses. */
async function run({ network, host, port, expectedProtocol, options }: Scenario): Promise<Measurement[]> {
  const world = simulate(network);
  const collect = async () => {
    const all: Measurement[] = [];
    const target = { input: `${host}:${port}`, host, port, expectedProtocol: expectedProtocol ?? null };
    for await (const measurement of probeAll([target], { ...DEFAULT_OPTIONS, ...options }, world, PROBES))
      all.push(measurement);
    return all.sort((one, other) => ((one.endpoint.address ?? '') < (other.endpoint.address ?? '') ? -1 : 1));
  };
  return world.run(collect());
}
