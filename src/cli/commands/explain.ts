import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MEANING } from '../../explain/meaning.ts';
import { SEVERITY, type VerdictKind } from '../../model/verdict.ts';
import { readReport } from '../../report/read.ts';
import { closest } from '../../targets/closest.ts';
import { UsageError } from '../../targets/usage-error.ts';
import { EXIT } from '../exit-code.ts';
import type { Values } from '../flags.ts';
import type { Interruption } from '../interruption.ts';
import { outputOf, present } from '../presentation.ts';
import { inherited, settingsFrom, typed } from '../settings.ts';
import { unreadable } from '../unreadable.ts';

/** `deadair explain stalled`: what a verdict means. `deadair explain report.json`: a run, shown as if it had just been made. */
export async function explain(subject: string | null, values: Values, interruption: Interruption): Promise<number> {
  const settings = settingsFrom([typed(values), inherited(process.env)]);
  if (subject === null)
    throw new UsageError('there is nothing to explain', `name one of ${KINDS.join(', ')}, or a report.json`);
  const output = outputOf(settings, interruption);
  if (isVerdict(subject)) output.write(pageOf(subject));
  else await present(reportIn(subject), settings, output);
  output.close();
  return EXIT.pass;
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

function reportIn(file: string) {
  const reading = readReport(textOf(file));
  if (reading.kind === 'report') return reading.report;
  throw new UsageError(`${file}: ${reading.why}`, 'give what "deadair --format json" has printed');
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const meant = closest(file, KINDS);
    if (meant !== null && !existsSync(file))
      throw new UsageError(`"${file}" is neither a verdict nor a file`, `did you mean ${meant}?`);
    throw unreadable(file, error);
  }
}
