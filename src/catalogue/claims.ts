import { KINDS, type Kind } from '../decide/kinds.ts';
import type { Probe } from '../model/probe.ts';
import type { Shown } from './samples.ts';

/** A pattern that takes the bytes of another protocol for its own. */
export interface Claim {
  readonly by: Probe;
  readonly kind: Kind;
  readonly at: number;
}

/**
 * Which patterns of other protocols claim a sample. One of the same kind may if its protocol yields to the sample's; one that is
 * read sooner may not, whatever it yields to.
 */
export function claimsOn({ probe, kind, sample }: Shown, catalogue: readonly Probe[]): readonly Claim[] {
  const read = KINDS.slice(0, KINDS.indexOf(kind) + 1);
  return catalogue.flatMap((by) =>
    by === probe
      ? []
      : read
          .filter((other) => other !== kind || !by.yieldsTo?.includes(probe.name))
          .flatMap((other) => claim(by, other, sample.bytes)),
  );
}

function claim(by: Probe, kind: Kind, bytes: string): readonly Claim[] {
  const at = (by[kind] ?? []).findIndex((pattern) => pattern.test(bytes));
  return at < 0 ? [] : [{ by, kind, at }];
}
