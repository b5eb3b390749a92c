import { readIdentity } from '../mesh/identify.ts';
import type { Fix, Measurement } from '../model/finding.ts';
import type { FixFacts, Mesh, Placement, Recipe } from '../model/mesh.ts';
import type { Scenario } from '../model/options.ts';
import type { VerdictKind } from '../model/verdict.ts';
import { factsOf, type NamedService } from './fix/facts.ts';
import { suspectsFor } from './fix/suspects.ts';

/** What the user said about where things are. */
export interface FixContext {
  readonly scenario: Scenario;
  readonly service?: NamedService;
}

/**
 * The changes that free the connection, the most fitting first, filled in with what is known. Where client and server are
 * decides which change is right; where nobody said, each fix says for whom it is.
 */
export function fixesFor(measurement: Measurement, context: FixContext): readonly Fix[] {
  if (!IS_FIXED_BY_MESH[measurement.judgement.kind]) return [];
  const facts = factsOf(measurement, context.service);
  const { meshes, isProven } = suspectsFor(measurement);
  const placements = placementsFor(measurement, context.scenario, isProven);
  return meshes.flatMap((mesh) => {
    const recipes = recipesOf(mesh, placements, facts).slice(0, meshes.length > 1 ? FIXES_PER_SUSPECT_MAX : undefined);
    return recipes.map((recipe) => fill(recipe, facts, conditionOf(recipe, mesh, placements, isProven)));
  });
}

/** Where several meshes may be meant, nobody reads all that could be done in each. */
const FIXES_PER_SUSPECT_MAX = 2;

/** Which verdicts a change of the mesh can turn. A server that is down, slow or mute has other needs. */
const IS_FIXED_BY_MESH: { readonly [K in VerdictKind]: boolean } = {
  'server-first': false,
  healthy: false,
  stalled: true,
  delayed: true,
  slow: false,
  'mtls-required': true,
  misdeclared: true,
  intercepted: false,
  closed: false,
  mute: false,
  inconsistent: false,
  refused: false,
  unreachable: false,
  'connect-timeout': false,
  unresolved: false,
};

/** The scenarios that the evidence leaves, likeliest first. */
function placementsFor(
  { cause, transcripts }: Measurement,
  scenario: Scenario,
  isProven: boolean,
): readonly Placement[] {
  if (scenario !== 'auto') return [scenario];
  // A proxy that only its clock points to may stand on either side.
  switch (isProven || cause?.kind === 'own-sidecar' ? cause?.kind : 'sniffing-proxy') {
    // A certificate that was shown all the same is of a sidecar at the server's.
    case 'own-sidecar':
      return isInMesh(transcripts) ? ['both-in-mesh', 'client-in-mesh'] : ['client-in-mesh', 'both-in-mesh'];
    // The certificate came from the server's side, and we are a client without one. The clients that matter may have one.
    case 'istio-sidecar':
    case 'kuma-dataplane':
    case 'linkerd-proxy':
      return ['server-in-mesh', 'both-in-mesh'];
    default:
      return ['server-in-mesh', 'both-in-mesh', 'client-in-mesh'];
  }
}

function isInMesh(transcripts: Measurement['transcripts']): boolean {
  return (readIdentity(transcripts)?.mesh ?? null) !== null;
}

function recipesOf({ recipes }: Mesh, placements: readonly Placement[], facts: FixFacts): Recipe[] {
  const fitting = placements.flatMap((placement) =>
    recipes.filter((recipe) => recipe.placements.includes(placement) && (recipe.helps?.(facts) ?? true)),
  );
  return [...new Set(fitting)];
}

/** What has to be true for this fix to be the one, where that is not known. */
function conditionOf(recipe: Recipe, mesh: Mesh, placements: readonly Placement[], isProven: boolean): string {
  const conditions: string[] = [];
  if (!isProven) conditions.push(`if it is ${mesh.title}`);
  if (placements.length > 1 && !placements.every((placement) => recipe.placements.includes(placement))) {
    conditions.push(...recipe.placements.filter((placement) => placements.includes(placement)).map((at) => WHERE[at]));
  }
  return conditions.length > 0 ? `${conditions.join(', ')}: ` : '';
}

const WHERE: Readonly<Record<Placement, string>> = {
  'both-in-mesh': 'client and server in the mesh',
  'client-in-mesh': 'client in the mesh, server outside',
  'server-in-mesh': 'client outside the mesh, server inside',
};

function fill({ id, title, caution, manifest }: Recipe, facts: FixFacts, condition: string): Fix {
  return { id, title: `${condition}${title}`, manifest: manifest(facts), caution };
}
