import type { Difference } from '../model/comparison.ts';
import type { Finding } from '../model/finding.ts';

/** What differs besides the verdict. A cause that is gone is no news of its own: only what both reports know counts. */
export function differencesOf(before: Finding, after: Finding): readonly Difference[] {
  return (Object.keys(FACTS) as Difference[]).filter((name) => {
    const [one, other] = [FACTS[name](before), FACTS[name](after)];
    return isKnown(one) && isKnown(other) && one !== other;
  });
}

const FACTS: { readonly [D in Difference]: (finding: Finding) => string | null | undefined } = {
  address: ({ target }) => target.address,
  protocol: ({ protocol }) => protocol?.name,
  version: ({ protocol }) => protocol?.version,
  cause: ({ cause }) => cause?.kind,
  posture: ({ cause }) => cause?.posture,
  declared: ({ cause }) => cause?.declared,
  identity: ({ cause }) => cause?.identity,
};

function isKnown(fact: string | null | undefined): boolean {
  return fact !== null && fact !== undefined && fact !== 'unknown';
}
