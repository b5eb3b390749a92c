import { describe, expect, it } from 'vitest';
import { ownSidecar } from '../../src/cli/own-sidecar.ts';
import { readOwnPaths } from '../../src/mesh/own-path.ts';
import type { Measurement } from '../../src/model/finding.ts';
import type { Passage } from '../../src/model/whereabouts.ts';
import { measured, SOMEBODY } from '../explain/measurements.ts';
import { DUMP, NODE_ID } from './sidecar.ts';

/** Eyes that see that sidecar, and count what they are asked. */
const eyes = (passage: Passage, mesh: 'istio' | null = 'istio') => {
  const calls: string[] = [];
  return {
    calls,
    lookAround: async () => {
      calls.push('look');
      return {
        whereabouts: { mesh, confidence: 'certain' as const, proxy: mesh && NODE_ID, seen: [] },
        pathTo: mesh && readOwnPaths(JSON.stringify(DUMP)),
        ownAddresses: ['10.0.0.2'],
      };
    },
    passageTo: async (address: string, port: number) => {
      calls.push(`${address}:${port}`);
      return passage;
    },
  };
};

const stalled = (address: string | null, port = 3_307): Measurement => {
  const measurement = measured({ cause: SOMEBODY, port });
  return { ...measurement, endpoint: { ...measurement.endpoint, address } };
};
const healthy: Measurement = {
  ...stalled('10.0.0.7'),
  judgement: { kind: 'server-first', confidence: 'certain', firstByteMs: 1 },
};

describe('blame', () => {
  it.each<[string, Measurement, Passage, string, readonly string[]]>([
    ['it sniffs', stalled('10.0.0.7'), 'proxied', 'own-sidecar', ['look', '10.0.0.7:3307']],
    ['it is passed by', stalled('10.0.0.7'), 'direct', 'sniffing-proxy', ['look', '10.0.0.7:3307']],
    ['it passes everything on', stalled('10.0.0.7', 3_308), 'proxied', 'sniffing-proxy', ['look']],
    ['loopback', stalled('127.0.0.1'), 'proxied', 'sniffing-proxy', []],
    ['our own address', stalled('10.0.0.2', 8_080), 'proxied', 'sniffing-proxy', ['look']],
    ['no address', stalled(null), 'proxied', 'sniffing-proxy', []],
    ['nothing is wrong', healthy, 'proxied', 'sniffing-proxy', []],
  ])('%s', async (_, measurement, passage, cause, calls) => {
    const seen = eyes(passage);
    expect((await ownSidecar(true, seen).blame(measurement)).cause?.kind).toBe(cause);
    expect(seen.calls).toEqual(calls);
  });

  it('looks once in a run', async () => {
    const seen = eyes('direct');
    const own = ownSidecar(true, seen);
    for (const address of ['10.0.0.7', '10.0.0.8', '10.0.0.9']) await own.blame(stalled(address, 25));
    expect(seen.calls).toEqual(['look']);
  });

  it('looks at nothing where that is not wanted', async () => {
    const seen = eyes('proxied');
    const own = ownSidecar(false, seen);
    expect((await own.blame(stalled('10.0.0.7'))).cause?.kind).toBe('sniffing-proxy');
    expect(seen.calls).toEqual([]);
    expect(own.found()).toBeNull();
  });

  it('blames nobody where nobody is', async () => {
    const seen = eyes('proxied', null);
    expect((await ownSidecar(true, seen).blame(stalled('10.0.0.7'))).cause?.kind).toBe('sniffing-proxy');
    expect(seen.calls).toEqual(['look']);
  });
});

it('tells what was found once it has looked', async () => {
  const own = ownSidecar(true, eyes('proxied'));
  expect(own.found()).toBeNull();
  await own.blame(stalled('10.0.0.7'));
  expect(own.found()?.whereabouts.proxy).toBe(NODE_ID);
});
