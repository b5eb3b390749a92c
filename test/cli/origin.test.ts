import { expect, it } from 'vitest';
import { TOOL, vantage } from '../../src/cli/origin.ts';
import { VERSION } from '../../src/cli/version.ts';

it('names the program and the place', () => {
  expect(TOOL).toEqual({ name: 'deadair', version: VERSION });
  expect(vantage()).toMatchObject({ node: process.versions.node, platform: `${process.platform} ${process.arch}` });
});

it('names the proxy beside us where one was found', () => {
  const whereabouts = { mesh: 'istio', confidence: 'certain', proxy: 'sidecar~x', seen: [] } as const;
  const own = { pathTo: null, ownAddresses: [] };
  expect(vantage({ ...own, whereabouts }).proxy).toEqual({ mesh: 'istio', name: 'sidecar~x' });
  expect(vantage({ ...own, whereabouts: { ...whereabouts, mesh: null, proxy: null } })).not.toHaveProperty('proxy');
});
