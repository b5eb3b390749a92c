import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAround, lookForStuck } from '../../src/cli/look-around.ts';
import { LANDMARKS } from '../../src/mesh/whereami.ts';
import { NODE_ID, openSidecar } from './sidecar.ts';

const NOBODY = LANDMARKS.map((landmark) => ({ ...landmark, port: 1 }));

let sidecar: Awaited<ReturnType<typeof openSidecar>>;
beforeEach(async () => {
  sidecar = await openSidecar();
});
afterEach(() => sidecar.close());

describe('beside a sidecar', () => {
  it('finds it, and learns what it does', async () => {
    const { whereabouts, pathTo } = await lookAround(sidecar.landmarks);
    expect(whereabouts).toMatchObject({ mesh: 'istio', confidence: 'certain', proxy: NODE_ID });
    expect(pathTo?.('10.0.0.7', 3_307).inspectors).toEqual(['http']);
    expect(pathTo?.('10.0.0.9', 25).listener).toBeNull();
  });

  it('counts the connections that it holds', async () => {
    const { whereabouts } = await lookAround(sidecar.landmarks);
    expect(await lookForStuck(whereabouts)).toEqual([{ listener: '10.0.0.7_3307', connections: 2 }]);
  });

  it('only reads, and only pages that change nothing', async () => {
    await lookForStuck((await lookAround(sidecar.landmarks)).whereabouts);
    expect(sidecar.asked.toSorted()).toEqual([
      'GET /config_dump?resource=dynamic_listeners',
      'GET /healthz/ready',
      'GET /server_info',
      'GET /stats?filter=downstream_pre_cx_active',
    ]);
  });
});

it('asks nobody for more who has not told an Envoy name', async () => {
  const agent = await openSidecar({ '/healthz/ready': '' });
  const { whereabouts, pathTo } = await lookAround(agent.landmarks);
  expect(whereabouts).toMatchObject({ mesh: 'istio', confidence: 'likely' });
  expect(pathTo).toBeNull();
  expect(await lookForStuck(whereabouts)).toBeNull();
  expect(agent.asked.toSorted()).toEqual(['GET /healthz/ready', 'GET /server_info']);
  agent.close();
});

it('finds nobody where nobody is', async () => {
  const { whereabouts, pathTo, ownAddresses } = await lookAround(NOBODY);
  expect({ whereabouts, pathTo }).toMatchObject({ whereabouts: { mesh: null, seen: [] }, pathTo: null });
  expect(ownAddresses).not.toContain('127.0.0.1');
});
