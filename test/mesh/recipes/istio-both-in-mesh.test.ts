import { expect, it } from 'vitest';
import { ISTIO_BOTH_IN_MESH } from '../../../src/mesh/recipes/istio-both-in-mesh.ts';
import { describeRecipes, objectOf } from './describe-recipes.ts';

describeRecipes(ISTIO_BOTH_IN_MESH);

it('declares by appProtocol, which replaces the name', () => {
  expect(objectOf(ISTIO_BOTH_IN_MESH, 'declare-tcp', 'Service')?.spec).toEqual({
    ports: [{ port: 3307, protocol: 'TCP', appProtocol: 'tcp' }],
  });
});

it('sends mutual TLS to the one port, by the full name', () => {
  expect(objectOf(ISTIO_BOTH_IN_MESH, 'send-mtls', 'DestinationRule')?.spec).toEqual({
    host: 'mysql.db.svc.cluster.local',
    trafficPolicy: { portLevelSettings: [{ port: { number: 3307 }, tls: { mode: 'ISTIO_MUTUAL' } }] },
  });
});
