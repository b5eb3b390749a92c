import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/explain/fix/facts.ts';
import { MESHES } from '../../src/mesh/index.ts';
import type { FixFacts } from '../../src/model/mesh.ts';
import { measured, SIDECAR } from '../explain/measurements.ts';
import { objectsIn } from '../mesh/recipes/describe-recipes.ts';
import { schemaErrors } from '../mesh/recipes/schemas.ts';
import { type ApiObject, applied } from '../mesh/recipes/server-side-apply.ts';

const RECIPES = MESHES.flatMap(({ recipes }) => recipes);

const seed = Number(process.env.DEADAIR_SEED ?? Date.now() % 2 ** 31);

const label = fc.stringMatching(/^[a-z0-9_-]{1,70}$/);
const host = fc.oneof(
  fc
    .array(fc.oneof(label, fc.constant('svc'), fc.constant('')), { minLength: 1, maxLength: 8 })
    .map((all) => all.join('.')),
  fc.ipV4(),
  fc.ipV6(),
  fc.constantFrom(
    'localhost',
    'fe80::1%eth0',
    'DB.Example.COM.',
    'on',
    'no.yes',
    '1e3',
    '0x10',
    'x'.repeat(253),
    '-',
    '..',
  ),
  fc.string({ unit: 'binary', maxLength: 80 }),
);
const address = fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom('fe80::1%eth0', '::ffff:10.0.0.7', '::', '0.0.0.0'));
const name = fc.option(
  fc.oneof(label, fc.constantFrom('on', 'y', 'null', '1e3', 'a.b', 'x'.repeat(63), 'x'.repeat(64))),
);
const identity = fc.option(
  fc.oneof(
    fc.tuple(label, label).map(([namespace, account]) => `spiffe://cluster.local/ns/${namespace}/sa/${account}`),
    fc.string({ unit: 'binary', maxLength: 60 }),
  ),
);

/** Whatever was dialled, whoever answered, and whatever the user said of it. */
const facts: fc.Arbitrary<FixFacts> = fc
  .record({
    host,
    address: fc.option(address),
    port: fc.integer({ min: 1, max: 65_535 }),
    protocol: fc.option(fc.oneof(label, fc.constantFrom('mysql', 'no', 'http2', 'x'.repeat(64)))),
    identity,
    service: fc.option(fc.record({ name, namespace: name })),
    posture: fc.constantFrom('strict', 'permissive', 'unknown'),
    declared: fc.constantFrom('auto', 'tcp', 'http', 'unknown'),
  })
  .map(({ host, address, port, protocol, identity, service, posture, declared }) => {
    const { endpoint, ...rest } = measured({ cause: { ...SIDECAR, identity, posture, declared } });
    const measurement = {
      ...rest,
      endpoint: { ...endpoint, host, address, port },
      protocol: protocol === null ? null : { name: protocol, version: null, speaksFirst: 'server' as const },
    };
    const named = service && { name: service.name ?? '', namespace: service.namespace ?? '' };
    return factsOf(measurement, named ?? undefined);
  });

const isLabel = (text: string): boolean => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text);
const isDnsName = (text: string): boolean => text.length <= 253 && text.split('.').every(isLabel);

/** What the definitions leave to Kubernetes' and Istio's own checks: names, addresses and numbers. */
function oddities(object: ApiObject): string[] {
  const odd: string[] = [];
  const visit = (value: unknown, key: string, parent: string): void => {
    if (Array.isArray(value)) for (const one of value) visit(one, key, parent);
    else if (typeof value === 'object' && value !== null) {
      for (const [inner, one] of Object.entries(value)) visit(one, inner, key);
    } else if (CHECKS.some((check) => check.at(key, parent) && !check.holds(value)))
      odd.push(`${parent}.${key}: ${value}`);
  };
  visit(object, '', '');
  return odd;
}

interface Check {
  readonly at: (key: string, parent: string) => boolean;
  readonly holds: (value: unknown) => boolean;
}

const CHECKS: readonly Check[] = [
  { at: (key, parent) => key === 'name' && parent === 'metadata', holds: (name) => isDnsName(String(name)) },
  { at: (key) => key === 'namespace', holds: (name) => isLabel(String(name)) },
  { at: (key, parent) => key === 'name' && /^ports?$/.test(parent), holds: (name) => isLabel(String(name)) },
  { at: (key) => /^hosts?$/.test(key), holds: (name) => name === '*' || isDnsName(String(name)) },
  { at: (key) => key === 'addresses', holds: (text) => isIP(String(text)) > 0 && !String(text).includes('%') },
  { at: (_, parent) => parent === 'matchLabels', holds: (text) => isLabel(String(text)) },
  {
    at: (key) => key === 'port' || key === 'number' || key === 'targetPort',
    holds: (port) => Number(port) >= 1 && Number(port) <= 65_535,
  },
  { at: (key) => /exclude.*IPRanges$/.test(key), holds: (range) => isIP(String(range).split('/')[0] ?? '') === 4 },
];

describe.each(RECIPES)(`$id (DEADAIR_SEED=${seed})`, (recipe) => {
  it('is valid, and holds only what Kubernetes takes, whatever is known', () => {
    fc.assert(
      fc.property(facts, (known) => {
        if (recipe.helps && !recipe.helps(known)) return;
        const manifest = recipe.manifest(known);
        if (manifest === null) return;
        expect(manifest).toMatch(/^[\n -~]+\n$/);
        const objects = objectsIn(manifest);
        for (const object of objects) expect([...schemaErrors(applied(object)), ...oddities(object)]).toEqual([]);
        expect(objectsIn(manifest, '1.2')).toEqual(objects);
      }),
      { numRuns: 60, seed },
    );
  });
});
