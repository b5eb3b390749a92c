import { expect, it } from 'vitest';
import { ENVOY_DEFAULT_RECIPES } from '../../../src/mesh/recipes/envoy-default.ts';
import { describeRecipes, objectOf } from './describe-recipes.ts';

describeRecipes(ENVOY_DEFAULT_RECIPES);

it('makes the gateway port TCP', () => {
  expect(objectOf(ENVOY_DEFAULT_RECIPES, 'gateway-tcp-server', 'Gateway')).toMatchObject({
    spec: { servers: [{ port: { number: 3307, name: 'tcp-mysql', protocol: 'TCP' } }] },
  });
});
