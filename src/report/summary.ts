import type { Finding } from '../model/finding.ts';
import type { Split, Summary } from '../model/report.ts';
import type { Endpoint } from '../model/target.ts';
import type { Severity, VerdictKind } from '../model/verdict.ts';

/** What a summary needs of a finding: a run over many endpoints keeps no more. */
export interface Outline {
  readonly target: Endpoint;
  readonly kind: VerdictKind;
  readonly severity: Severity;
}

/** A finding without its evidence. */
export function outlineOf({ target, verdict }: Finding): Outline {
  return { target, kind: verdict.kind, severity: verdict.severity };
}

/** Counts the findings, and finds the names whose addresses disagree. */
export function summarise(outlines: readonly Outline[]): Summary {
  const byVerdict: Partial<Record<VerdictKind, number>> = {};
  const counts: Record<Severity, number> = { ok: 0, warn: 0, fail: 0 };
  for (const { kind, severity } of outlines) {
    byVerdict[kind] = (byVerdict[kind] ?? 0) + 1;
    counts[severity]++;
  }
  return { total: outlines.length, ...counts, byVerdict, split: splitNames(outlines) };
}

function splitNames(outlines: readonly Outline[]): readonly Split[] {
  const names = new Map<string, Outline[]>();
  for (const outline of outlines) {
    const { host, port, address, expectedProtocol } = outline.target;
    if (address === null || address === host) continue;
    const key = `${host.toLowerCase()} ${port} ${expectedProtocol}`;
    const others = names.get(key);
    if (others) others.push(outline);
    else names.set(key, [outline]);
  }
  return [...names.values()].filter((group) => new Set(group.map(({ kind }) => kind)).size > 1).map(splitOf);
}

function splitOf(group: readonly Outline[]): Split {
  const [first] = group;
  const verdicts = Object.fromEntries(group.map(({ target, kind }) => [target.address ?? '', kind]));
  return { host: first?.target.host ?? '', port: first?.target.port ?? 0, verdicts };
}
