import { expect, it } from 'vitest';
import { CONSUL_RECIPES } from '../../../src/mesh/recipes/consul.ts';
import { describeRecipes, objectOf } from './describe-recipes.ts';

describeRecipes(CONSUL_RECIPES);

it('opens the service to plain text as TCP', () => {
  expect(objectOf(CONSUL_RECIPES, 'consul-permissive-mtls', 'ServiceDefaults')?.spec).toEqual({
    protocol: 'tcp',
    mutualTLSMode: 'permissive',
  });
});

it.each([
  ['consul-exclude-inbound-port', 'consul.hashicorp.com/transparent-proxy-exclude-inbound-ports'],
  ['consul-exclude-outbound-port', 'consul.hashicorp.com/transparent-proxy-exclude-outbound-ports'],
])('%s is an annotation of the pods', (id, key) => {
  expect(objectOf(CONSUL_RECIPES, id, 'Deployment')).toMatchObject({
    spec: { template: { metadata: { annotations: { [key]: '3307' } } } },
  });
});
