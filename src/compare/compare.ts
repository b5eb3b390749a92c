import type { Change, ChangeKind, ComparedFinding, ComparedRun, Comparison } from '../model/comparison.ts';
import type { Finding } from '../model/finding.ts';
import type { ProbeOptions } from '../model/options.ts';
import type { Report } from '../model/report.ts';
import { changeOf } from './change.ts';
import { differencesOf } from './differences.ts';
import { type Pair, pairFindings } from './pair.ts';

/** Holds two reports against each other: a change and what it freed, or the same endpoints as two places see them. */
export function compareReports(before: Report, after: Report, tool: Report['tool']): Comparison {
  const changes = pairFindings(before.findings, after.findings).map(changeIn);
  return {
    schemaVersion: 1,
    tool,
    of: before.vantage.hostname === after.vantage.hostname ? 'before-and-after' : 'two-vantages',
    before: runOf(before),
    after: runOf(after),
    differentOptions: OPTIONS_THAT_TURN.filter((name) => before.options[name] !== after.options[name]),
    summary: counted(changes),
    changes,
  };
}

/** With other values of these the same endpoint may get another verdict. */
const OPTIONS_THAT_TURN = [
  'patienceMs',
  'nudgeAfterMs',
  'connectTimeoutMs',
  'samples',
  'nudge',
  'identify',
] as const satisfies readonly (keyof ProbeOptions)[];

function changeIn({ before, after }: Pair): Change {
  const { host, port } = (after ?? before ?? NOWHERE).target;
  const sides = { before: before && sideOf(before), after: after && sideOf(after) };
  if (!before) return { kind: 'new', host, port, differs: [], ...sides };
  if (!after) return { kind: 'gone', host, port, differs: [], ...sides };
  const differs = differencesOf(before, after);
  const kind = changeOf(before.verdict.kind, after.verdict.kind);
  // Another server that is all right too is a change all the same.
  const isOther = kind === 'unchanged' && differs.includes('protocol');
  return { kind: isOther ? 'changed' : kind, host, port, differs, ...sides };
}

const NOWHERE = { target: { host: '', port: 0 } };

function sideOf({ target, verdict, protocol, cause }: Finding): ComparedFinding {
  const { kind, severity, confidence, sentence } = verdict;
  return { address: target.address, verdict: { kind, severity, confidence, sentence }, protocol, cause };
}

function runOf({ tool, startedAt, durationMs, vantage, findings }: Report): ComparedRun {
  return { tool, startedAt, durationMs, vantage, total: findings.length };
}

function counted(changes: readonly Change[]): Comparison['summary'] {
  const counts: Record<ChangeKind, number> = {
    worse: 0,
    freed: 0,
    improved: 0,
    changed: 0,
    persists: 0,
    unchanged: 0,
    new: 0,
    gone: 0,
  };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}
