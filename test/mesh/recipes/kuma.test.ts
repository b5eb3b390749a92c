import { expect, it } from 'vitest';
import { KUMA_RECIPES } from '../../../src/mesh/recipes/kuma.ts';
import { describeRecipes, objectOf } from './describe-recipes.ts';

describeRecipes(KUMA_RECIPES);

it.each([
  ['kuma-exclude-inbound-port', 'traffic.kuma.io/exclude-inbound-ports'],
  ['kuma-exclude-outbound-port', 'traffic.kuma.io/exclude-outbound-ports'],
])('%s is an annotation of the pods', (id, key) => {
  expect(objectOf(KUMA_RECIPES, id, 'Deployment')).toMatchObject({
    spec: { template: { metadata: { annotations: { [key]: '3307' } } } },
  });
});
