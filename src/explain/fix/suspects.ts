import { readIdentity } from '../../mesh/identify.ts';
import { MESHES } from '../../mesh/index.ts';
import { timingSignature } from '../../mesh/timing.ts';
import type { Measurement } from '../../model/finding.ts';
import type { Mesh, MeshName } from '../../model/mesh.ts';

/** Whose changes to propose, and whether it is known to be theirs. */
export interface Suspects {
  readonly meshes: readonly Mesh[];
  readonly isProven: boolean;
}

/** The mesh that showed itself; else those that end silence after such a time; else Istio, the one that waits for ever. */
export function suspectsFor(measurement: Measurement): Suspects {
  const { cause } = measurement;
  if (!cause || cause.kind === 'server') return { meshes: [], isProven: false };
  const shown = readIdentity(measurement.transcripts)?.mesh;
  const proven = MESHES.filter(
    ({ name, cause: own }) => name === shown || (own === cause.kind && own !== 'sniffing-proxy'),
  );
  if (proven.length > 0) return { meshes: proven, isProven: true };
  const timed = byTiming(measurement);
  return { meshes: named(timed.length > 0 ? timed : ['istio']), isProven: false };
}

function byTiming({ judgement, transcripts }: Measurement): MeshName[] {
  if (judgement.kind === 'delayed') return namesOf('greeting', judgement.detectionTimeoutMs);
  const [listen] = transcripts.filter(({ step }) => step.kind === 'listen');
  const end = listen?.events.find(({ kind }) => kind === 'ended');
  return end ? namesOf('close', end.atMs) : [];
}

function namesOf(silentEnd: 'greeting' | 'close', atMs: number): MeshName[] {
  return timingSignature({ silentEnd, atMs })?.suspects.map(({ mesh }) => mesh) ?? [];
}

function named(names: readonly MeshName[]): Mesh[] {
  return MESHES.filter(({ name }) => names.includes(name));
}
