import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { FixFacts, Recipe } from '../../../src/model/mesh.ts';
import { schemaErrors } from './schemas.ts';
import { type ApiObject, applied } from './server-side-apply.ts';

/** All is known, and the Service was dialled. */
export const KNOWN: FixFacts = {
  namespace: 'db',
  serviceAccount: 'mysql',
  service: 'mysql',
  host: 'mysql.db.svc.cluster.local',
  dialled: 'service',
  address: '10.0.0.7',
  port: 3307,
  clusterDomain: 'cluster.local',
  protocol: 'mysql',
  posture: 'permissive',
  declared: 'auto',
};

/** Nothing is known but an address. */
export const UNKNOWN: FixFacts = {
  ...KNOWN,
  namespace: null,
  serviceAccount: null,
  service: null,
  host: null,
  dialled: 'address',
  protocol: null,
  posture: 'unknown',
  declared: 'unknown',
};

/** What may be known, and names that are words or numbers to YAML 1.1. */
const VARIANTS: readonly (readonly [string, FixFacts])[] = [
  ['all known', KNOWN],
  ['declared already', { ...KNOWN, declared: 'tcp' }],
  ['nothing known', UNKNOWN],
  ['no address either', { ...UNKNOWN, address: null, dialled: 'name', host: 'db.example.com' }],
  ['IPv6', { ...UNKNOWN, address: '2001:db8::7' }],
  ['names that YAML misreads', { ...KNOWN, namespace: 'on', service: '1e3', serviceAccount: 'y', protocol: 'no' }],
];

/** Text that would like to be more than a value. No such name passes the facts; a manifest does not rely on that. */
const HOSTILE: FixFacts = {
  ...KNOWN,
  namespace: 'a\n- b: &x',
  service: 'x"\n---\n',
  serviceAccount: '# {',
  host: "'\u2028*",
  protocol: 'a: b',
  clusterDomain: '\n}',
};

/** The objects in a manifest, read as kubectl reads it. */
export function objectsIn(manifest: string | null, version: '1.1' | '1.2' = '1.1'): ApiObject[] {
  return parseAllDocuments(manifest ?? '', { version, strict: true, uniqueKeys: true }).map((document) => {
    expect([...document.errors, ...document.warnings]).toEqual([]);
    return document.toJS();
  });
}

/** The one object of a kind in what a recipe writes. */
export function objectOf(
  recipes: readonly Recipe[],
  id: string,
  kind: string,
  facts: FixFacts = KNOWN,
): ApiObject | undefined {
  const recipe = recipes.find((one) => one.id === id);
  return objectsIn(recipe?.manifest(facts) ?? null).find((object) => object.kind === kind);
}

/** What must hold of every recipe, whatever is known. */
export function describeRecipes(recipes: readonly Recipe[]): void {
  describe.each(recipes)('$id', (recipe) => {
    it.each(VARIANTS)('is a valid manifest: %s', (_, facts) => {
      const manifest = recipe.manifest(facts);
      if (manifest === null) return;
      const objects = objectsIn(manifest);
      expect(objects.length).toBeGreaterThan(0);
      for (const object of objects) expect(schemaErrors(applied(object))).toEqual([]);
      expect(objectsIn(manifest, '1.2')).toEqual(objects);
      expect(manifest).toMatch(/^[\n -~]+\n$/);
      expect(manifest).not.toMatch(/[ \t]$/m);
    });

    it('keeps hostile names inside their values', () => {
      const text = recipe.manifest(HOSTILE);
      expect(objectsIn(text).map(shapeOf)).toEqual(objectsIn(recipe.manifest(KNOWN)).map(shapeOf));
      expect(text ?? '').toMatch(/^[\n -~]*$/);
    });

    it('fits in a sentence, and says what it costs where it opens or skips something', () => {
      expect(recipe.title).toMatch(/^[^A-Z].{10,160}[^.]$/);
      if (/disable|exclude|skip|gateway|permissive|bypass/.test(recipe.id)) expect(recipe.caution).not.toBeNull();
    });
  });
}

/** The keys of an object, and none of its values. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}
