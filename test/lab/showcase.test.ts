import { describe, expect, it } from 'vitest';
import { PROBES } from '../../probes/index.ts';
import { probeAll } from '../../src/experiment/probe-all.ts';
import { type Exhibit, SHOWCASE } from '../../src/lab/showcase.ts';
import { simulate } from '../../src/lab/simulate.ts';
import { DEFAULT_OPTIONS } from '../../src/model/options.ts';
import type { VerdictKind } from '../../src/model/verdict.ts';

async function verdictOf({ name, peer, expectedProtocol }: Exhibit): Promise<VerdictKind | undefined> {
  const world = simulate({ peers: { '127.0.0.1:4000': peer }, names: { [name]: ['127.0.0.1'] } });
  const target = { input: name, host: name, port: 4000, expectedProtocol };
  const measured: VerdictKind[] = [];
  const all = async () => {
    for await (const { judgement } of probeAll([target], DEFAULT_OPTIONS, world, PROBES)) measured.push(judgement.kind);
  };
  await world.run(all());
  expect(measured).toHaveLength(1);
  return measured[0];
}

describe('SHOWCASE', () => {
  it.each(SHOWCASE.map((exhibit) => [exhibit.name, exhibit] as const))('%s', async (_name, exhibit) => {
    expect(exhibit.verdicts).toContain(await verdictOf(exhibit));
  });

  it('has a name for each, and no two the same', () => {
    const names = SHOWCASE.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z0-9-]+$/.test(name))).toEqual([]);
  });
});
