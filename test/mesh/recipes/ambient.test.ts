import { expect, it } from 'vitest';
import { AMBIENT_RECIPES } from '../../../src/mesh/recipes/ambient.ts';
import { describeRecipes, objectOf } from './describe-recipes.ts';

describeRecipes(AMBIENT_RECIPES);

it('takes one Service out of the waypoint, by its label', () => {
  expect(objectOf(AMBIENT_RECIPES, 'ambient-bypass-waypoint', 'Service')?.metadata).toEqual({
    name: 'mysql',
    namespace: 'db',
    labels: { 'istio.io/use-waypoint': 'none' },
  });
});
