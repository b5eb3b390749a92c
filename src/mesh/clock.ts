import type { Judgement } from '../model/verdict.ts';
import { type TimingReading, timingSignature } from './timing.ts';

/**
 * Whose detection timeout ended the silence, where the verdict says that a proxy kept it: a greeting that a nudge frees at once was
 * never the server's to hold back, and neither was the close of a connection that the server never saw. The time of a mere close
 * or of a slow greeting is the server's own.
 */
export function clockOf(judgement: Judgement): TimingReading | null {
  switch (judgement.kind) {
    case 'delayed':
      return timingSignature({ silentEnd: 'greeting', atMs: judgement.detectionTimeoutMs });
    case 'stalled':
      return judgement.silenceEndedBy === 'fin'
        ? timingSignature({ silentEnd: 'close', atMs: judgement.silentMs })
        : null;
    default:
      return null;
  }
}

/** The mesh whose clock it is, where only one has such a clock. */
export function onlySuspectOf({ suspects }: TimingReading): TimingReading['suspects'][number]['mesh'] | null {
  const [first, ...others] = suspects;
  return first && others.every(({ mesh }) => mesh === first.mesh) ? first.mesh : null;
}
