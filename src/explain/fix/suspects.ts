import { clockOf } from '../../mesh/clock.ts';
import { readIdentity } from '../../mesh/identify.ts';
import { MESHES } from '../../mesh/index.ts';
import { isIstioProxy } from '../../mesh/whereami.ts';
import type { Measurement } from '../../model/finding.ts';
import type { Mesh, MeshName } from '../../model/mesh.ts';

/** Whose changes to propose, and whether it is known to be theirs. */
export interface Suspects {
  readonly meshes: readonly Mesh[];
  readonly isProven: boolean;
}

/** The mesh of our own sidecar, where that is the cause; the mesh that showed itself; else those that end silence after such a time; else Istio, the one that waits for ever. */
export function suspectsFor(measurement: Measurement): Suspects {
  const { cause } = measurement;
  if (!cause || cause.kind === 'server') return { meshes: [], isProven: false };
  if (cause.kind === 'own-sidecar' && cause.identity !== null) return besideUs(cause.identity);
  const shown = readIdentity(measurement.transcripts)?.mesh;
  const timed = clockOf(measurement.judgement)?.suspects.map(({ mesh }) => mesh) ?? [];
  const proven = MESHES.filter(
    ({ name, cause: own }) =>
      name === shown || (own === cause.kind && own !== 'sniffing-proxy' && !timed.includes(name)),
  );
  if (proven.length > 0) return { meshes: proven, isProven: true };
  return { meshes: named(timed.length > 0 ? timed : ['istio']), isProven: false };
}

/** By the name that the proxy beside us gave itself: Istio's have a shape of their own, those of the others have none. */
function besideUs(name: string): Suspects {
  return isIstioProxy(name)
    ? { meshes: named(['istio']), isProven: true }
    : { meshes: named(['kuma', 'consul']), isProven: false };
}

function named(names: readonly MeshName[]): Mesh[] {
  return MESHES.filter(({ name }) => names.includes(name));
}
