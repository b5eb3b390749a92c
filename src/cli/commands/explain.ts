import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { advisedAnew } from '../../explain/finding.ts';
import { MEANING } from '../../explain/meaning.ts';
import type { Report } from '../../model/report.ts';
import { SEVERITY, type VerdictKind } from '../../model/verdict.ts';
import { closest } from '../../targets/closest.ts';
import { UsageError } from '../../targets/usage-error.ts';
import { EXIT } from '../exit-code.ts';
import { fixOutput } from '../fix-output.ts';
import type { Values } from '../flags.ts';
import type { Interruption } from '../interruption.ts';
import { outputOf, present } from '../presentation.ts';
import { savedReport } from '../saved-report.ts';
import { inherited, type Settings, settingsFrom, typed } from '../settings.ts';

/** `deadair explain stalled`: what a verdict means. `deadair explain report.json`: a run, shown as if it had just been made. */
export async function explain(subject: string | null, values: Values, interruption: Interruption): Promise<number> {
  const settings = settingsFrom([typed(values), inherited(process.env)]);
  if (subject === null)
    throw new UsageError('there is nothing to explain', `name one of ${KINDS.join(', ')}, or a report.json`);
  if (isVerdict(subject)) page(subject, values, settings, interruption);
  else await shown(subject, values, settings, interruption);
  return EXIT.pass;
}

function page(kind: VerdictKind, values: Values, settings: Settings, interruption: Interruption): void {
  const flag = (['fix-dir', 'scenario', 'service'] as const).find((name) => values[name] !== undefined);
  if (flag !== undefined)
    throw new UsageError(`--${flag} is about the fixes of a report, and ${kind} is a verdict`, 'name a report.json');
  const output = outputOf(settings, interruption);
  output.write(pageOf(kind));
  output.close();
}

async function shown(file: string, values: Values, settings: Settings, interruption: Interruption): Promise<void> {
  const fixes = await fixOutput(settings);
  const report = readvised(await reportIn(file), values, settings);
  const output = outputOf(settings, interruption);
  await present(report, settings, output);
  output.close();
  for (const finding of report.findings) fixes.add(finding);
  fixes.close();
}

/** The fixes that were saved, unless somebody says now where things are. */
function readvised(report: Report, values: Values, { options: { scenario }, service }: Settings): Report {
  if (values.scenario === undefined && scenario === 'auto' && service === null) return report;
  const findings = report.findings.map((finding) => advisedAnew(finding, scenario, service));
  return { ...report, options: { ...report.options, scenario }, findings };
}

const KINDS = Object.keys(SEVERITY);

function isVerdict(subject: string): subject is VerdictKind {
  return Object.hasOwn(SEVERITY, subject);
}

/** From where the built program lies, and from where this file lies. */
const PAGES = ['../docs/verdicts/', '../../../docs/verdicts/'];

/** The page that comes with the package; a program that was taken out of it still knows the gist. */
function pageOf(kind: VerdictKind): string {
  const page = PAGES.map((folder) => fileURLToPath(new URL(`${folder}${kind}.md`, import.meta.url))).find((path) =>
    existsSync(path),
  );
  if (page !== undefined) return readFileSync(page, 'utf8');
  const { title, meaning, next } = MEANING[kind];
  return `# ${kind}\n\n${title}\n\n${meaning}\n${next === null ? '' : `\nNext: ${next}\n`}`;
}

/** A slip in the name of a verdict looks like a file that is not there. */
function reportIn(file: string): Promise<Report> {
  const meant = file === '-' || existsSync(file) ? null : closest(file, KINDS);
  if (meant !== null) throw new UsageError(`"${file}" is neither a verdict nor a file`, `did you mean ${meant}?`);
  return savedReport(file);
}
