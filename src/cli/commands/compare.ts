import { compareReports } from '../../compare/compare.ts';
import type { Change, Comparison } from '../../model/comparison.ts';
import { comparison } from '../../report/comparison.ts';
import { comparisonJson } from '../../report/comparison-json.ts';
import { UsageError } from '../../targets/usage-error.ts';
import { exitCode } from '../exit-code.ts';
import type { Values } from '../flags.ts';
import type { Interruption } from '../interruption.ts';
import { TOOL } from '../origin.ts';
import { outputOf, styleOf } from '../presentation.ts';
import { savedReport } from '../saved-report.ts';
import { inherited, type Settings, settingsFrom, typed } from '../settings.ts';

/** `deadair compare before.json after.json`: what a change has freed, and by the exit code whether it broke something. */
export async function compare(files: readonly string[], values: Values, interruption: Interruption): Promise<number> {
  const settings = settingsFrom([typed(values), inherited(process.env)]);
  const [first, second] = twoOf(files);
  const isForPrograms = formatOf(settings) === 'json';
  const before = await savedReport(first);
  const compared = compareReports(before, await savedReport(second), TOOL);
  const output = outputOf(settings, interruption);
  output.write(isForPrograms ? comparisonJson(compared) : comparison(compared, await styleOf(settings)));
  output.close();
  return interruption.exitCode() ?? codeOf(compared, settings.failOn);
}

function twoOf(files: readonly string[]): readonly [string, string] {
  const [first, second, third] = files;
  if (first === undefined || second === undefined || third !== undefined)
    throw new UsageError(
      `two reports are compared, ${files.length} ${files.length === 1 ? 'was' : 'were'} given`,
      'write deadair compare before.json after.json, both made with --format json',
    );
  if (first === '-' && second === '-')
    throw new UsageError('standard input can be one of the reports, not both', 'name a file for the other');
  return [first, second];
}

function formatOf({ format }: Settings): 'table' | 'json' {
  if (format === 'table' || format === 'json') return format;
  throw new UsageError(`a comparison has no format ${format}`, 'write --format table, or --format json');
}

/** What fails now and did not fail like this before. What was wrong all along is no news, and the probe has its own exit code for it. */
function codeOf({ changes }: Comparison, failOn: Settings['failOn']): number {
  const news = changes.filter(({ kind }) => kind === 'worse' || kind === 'new');
  const count = (holds: (verdict: NonNullable<Change['after']>['verdict']) => boolean) =>
    news.filter(({ after }) => after !== null && holds(after.verdict)).length;
  return exitCode(
    {
      warn: count(({ severity }) => severity === 'warn'),
      fail: count(({ severity }) => severity === 'fail'),
      byVerdict: { stalled: count(({ kind }) => kind === 'stalled'), delayed: count(({ kind }) => kind === 'delayed') },
    },
    failOn,
  );
}
