import type { Finding } from '../model/finding.ts';

/** A finding of each report that are about the same endpoint; null where a report has none. */
export interface Pair {
  readonly before: Finding | null;
  readonly after: Finding | null;
}

/**
 * Pairs the findings of two reports by name and port, then by address. Where pods got other addresses meanwhile, those of one name
 * are paired by what was found, so that as little as possible seems to have changed. In the order of the second report.
 */
export function pairFindings(before: readonly Finding[], after: readonly Finding[]): readonly Pair[] {
  const partners = new Map<Finding, Finding>();
  const taken = new Set<Finding>();
  for (const likeness of LIKENESSES) {
    const open = byLikeness(
      before.filter((finding) => !taken.has(finding)),
      likeness,
    );
    for (const finding of after) {
      const partner = partners.has(finding) ? undefined : open.get(likeness(finding))?.shift();
      if (!partner) continue;
      partners.set(finding, partner);
      taken.add(partner);
    }
  }
  return [
    ...after.map((finding) => ({ before: partners.get(finding) ?? null, after: finding })),
    ...before.filter((finding) => !taken.has(finding)).map((finding) => ({ before: finding, after: null })),
  ];
}

type Likeness = (finding: Finding) => string;

/** The strictest first; what one leaves unpaired is for the next. */
const LIKENESSES: readonly Likeness[] = [
  ({ target }) => `${placeOf(target)} ${target.address} ${target.expectedProtocol}`,
  ({ target }) => `${placeOf(target)} ${target.address}`,
  ({ target, verdict }) => `${placeOf(target)} ${target.expectedProtocol} ${verdict.kind}`,
  ({ target, verdict }) => `${placeOf(target)} ${verdict.kind}`,
  ({ target }) => placeOf(target),
];

/** Names are the same in either case, and with the dot that ends them or without. */
function placeOf({ host, port }: Finding['target']): string {
  return `${host.toLowerCase().replace(/\.$/, '')} ${port}`;
}

function byLikeness(findings: readonly Finding[], likeness: Likeness): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(likeness(finding));
    if (group) group.push(finding);
    else groups.set(likeness(finding), [finding]);
  }
  return groups;
}
