import type { Report } from '../model/report.ts';
import { closing } from './closing.ts';
import { type Group, groupProblems } from './groups.ts';
import { overview } from './overview.ts';
import { problem } from './problem.ts';
import type { Style } from './style.ts';

/**
 * For people. The table keeps the order of the targets, so that two runs and the user's own list can be laid side by side; below
 * it each problem with its evidence, the deadlocks first; the summary last, where the eye is when the command returns.
 */
export function table(report: Report, style: Style): string {
  const problems = report.findings.filter(({ verdict }) => verdict.severity !== 'ok');
  const rows = style.detail === 'problems' ? problems : report.findings;
  const detailed = style.detail === 'all' ? report.findings : problems;
  const groups = groupProblems(detailed, style.detail === 'all');
  const parts = [
    ...(rows.length > 0 ? [`${overview(rows, style)}\n`] : []),
    ...groups.map((group, index) =>
      problem(group, style, style.detail !== 'all' && isManifestIn(groups.slice(0, index), group)),
    ),
    `${closing(report, style)}\n`,
  ];
  return parts.join('\n');
}

/** Whether the manifest of the first fix was printed for a problem above. */
function isManifestIn(above: readonly Group[], { first }: Group): boolean {
  const [fix] = first.fixes;
  return fix !== undefined && fix.manifest !== null && above.some((group) => group.first.fixes[0]?.id === fix.id);
}
