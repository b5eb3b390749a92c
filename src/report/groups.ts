import type { Finding } from '../model/finding.ts';

/** Findings that are the same problem, at different endpoints. */
export interface Group {
  readonly first: Finding;
  readonly others: readonly Finding[];
}

/** Puts like problems together, deadlocks first, warnings last. */
export function groupProblems(findings: readonly Finding[], apart: boolean): readonly Group[] {
  const groups = new Map<string, Finding[]>();
  for (const [index, finding] of findings.entries()) {
    const key = apart ? String(index) : likeness(finding);
    const others = groups.get(key);
    if (others) others.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map(asGroup).sort((a, b) => gravity(a) - gravity(b));
}

/** The first is shown in full; where many are alike, not all of them have kept their evidence. */
function asGroup(findings: readonly Finding[]): Group {
  const first = findings.find(({ transcripts }) => transcripts.length > 0) ?? (findings[0] as Finding);
  return { first, others: findings.filter((finding) => finding !== first) };
}

/** What makes two findings the same problem: the verdict with the part of its evidence that is no figure, and who is behind it. */
function likeness({ verdict, protocol, cause, fixes }: Finding): string {
  const manner = ['by', 'how', 'reason', 'silenceEndedBy'].map(
    (key) => Object.entries(verdict).find(([name]) => name === key)?.[1],
  );
  const advice = fixes.map(({ id }) => id);
  return [verdict.kind, ...manner, protocol?.name, cause?.kind, cause?.posture, cause?.declared, ...advice].join(' ');
}

/** The deadlocks are what one came for. */
function gravity({ first: { verdict } }: Group): number {
  if (verdict.kind === 'stalled') return 0;
  if (verdict.kind === 'delayed') return 1;
  return { fail: 2, warn: 3, ok: 4 }[verdict.severity];
}
