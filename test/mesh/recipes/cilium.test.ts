import { expect, it } from 'vitest';
import { CILIUM_RECIPES } from '../../../src/mesh/recipes/cilium.ts';
import { describeRecipes, objectOf } from './describe-recipes.ts';

describeRecipes(CILIUM_RECIPES);

it.each(['cilium-l4-rule', 'cilium-l4-egress-rule'])('%s names the port and has no L7 part', (id) => {
  const policy = JSON.stringify(objectOf(CILIUM_RECIPES, id, 'CiliumNetworkPolicy'));
  expect(policy).toContain('"toPorts":[{"ports":[{"port":"3307","protocol":"TCP"}]}]');
  expect(policy).not.toContain('rules');
});
