import type { MeshName, TimingSignature } from '../model/mesh.ts';
import type { Confidence } from '../model/verdict.ts';
import { MESHES } from './index.ts';

/** How a silent connection ended, and when: for a greeting without the server's own delay, where that is known. */
export interface SilentFate {
  readonly silentEnd: TimingSignature['silentEnd'];
  readonly atMs: number;
}

/** Whose detection timeout it may have been. A clock is a weak witness: never more than likely. */
export interface TimingReading {
  /** The round figure that was meant. */
  readonly timeoutMs: number;
  readonly confidence: Confidence;
  readonly suspects: readonly { readonly mesh: MeshName; readonly where: string }[];
}

/** Names the meshes that end silence like this after such a time; null where no known timeout is near. */
export function timingSignature({ silentEnd, atMs }: SilentFate): TimingReading | null {
  const signatures = MESHES.flatMap(({ name, timings }) => timings.map((timing) => ({ mesh: name, timing })));
  const near = signatures.filter(({ timing }) => timing.silentEnd === silentEnd && isNear(atMs, timing.atMs));
  const [first] = near;
  if (!first) return null;
  return {
    timeoutMs: first.timing.atMs,
    // Where several would do, none of them is likely; another box with the same timeout is always possible.
    confidence: near.length === 1 ? first.timing.confidence : 'possible',
    suspects: near.map(({ mesh, timing }) => ({ mesh, where: timing.where })),
  };
}

/** Envoy's timers came up to 13 ms early (measured, 1.40) and node's 1 ms; late by the network and the server's own delay. */
function isNear(atMs: number, timeoutMs: number): boolean {
  return atMs >= timeoutMs - 20 && atMs <= timeoutMs + Math.max(60, timeoutMs * 0.05);
}
