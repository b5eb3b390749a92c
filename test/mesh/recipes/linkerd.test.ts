import { expect, it } from 'vitest';
import { LINKERD_RECIPES } from '../../../src/mesh/recipes/linkerd.ts';
import { describeRecipes, objectOf } from './describe-recipes.ts';

describeRecipes(LINKERD_RECIPES);

it('marks the port on the Service and on the pods: each proxy looks at one of them', () => {
  const annotations = { 'config.linkerd.io/opaque-ports': '3307' };
  expect(objectOf(LINKERD_RECIPES, 'linkerd-opaque-port', 'Service')).toMatchObject({ metadata: { annotations } });
  expect(objectOf(LINKERD_RECIPES, 'linkerd-opaque-port', 'Deployment')).toMatchObject({
    spec: { template: { metadata: { annotations } } },
  });
});

it('lets in whom a Server would otherwise deny', () => {
  expect(objectOf(LINKERD_RECIPES, 'linkerd-opaque-server', 'Server')?.spec).toEqual({
    podSelector: { matchLabels: { app: 'mysql' } },
    port: 3307,
    proxyProtocol: 'opaque',
    accessPolicy: 'all-unauthenticated',
  });
});

it.each([
  ['linkerd-skip-inbound-port', 'config.linkerd.io/skip-inbound-ports'],
  ['linkerd-skip-outbound-port', 'config.linkerd.io/skip-outbound-ports'],
])('%s is an annotation of the pods', (id, key) => {
  expect(objectOf(LINKERD_RECIPES, id, 'Deployment')).toMatchObject({
    spec: { template: { metadata: { annotations: { [key]: '3307' } } } },
  });
});
