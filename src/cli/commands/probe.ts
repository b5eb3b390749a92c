import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import type { VerdictKind } from '../../model/verdict.ts';
import { LINE_BY_LINE, PIECE_BY_PIECE } from '../../report/index.ts';
import { catalogueOf } from '../catalogue.ts';
import { configured } from '../config.ts';
import { exitCode } from '../exit-code.ts';
import { fixOutput } from '../fix-output.ts';
import type { Values } from '../flags.ts';
import type { Interruption } from '../interruption.ts';
import { looksOf, outputOf, present, spinnerFor } from '../presentation.ts';
import { run } from '../run.ts';
import { inherited, type Settings, settingsFrom, typed } from '../settings.ts';
import { talk } from '../talk.ts';
import { targetList } from '../target-list.ts';

/** `deadair host:port …`: probes, reports, and says by the exit code how it went. */
export async function probe(words: readonly string[], values: Values, interruption: Interruption): Promise<number> {
  const settings = await settingsOf(values);
  const catalogue = await catalogueOf(settings);
  const list = await targetList(words, settings.from, catalogue, interruption.signal);
  const output = outputOf(settings, interruption);
  const fixes = await fixOutput(settings);
  const lineOf = await LINE_BY_LINE[settings.format]?.();
  const pieces = await PIECE_BY_PIECE[settings.format]?.();
  const texts = new Map<Finding, string>();
  const progress = spinnerFor(settings, list.total);
  if (settings.options.concurrency >= MANY_AT_ONCE) (await import('../heap.ts')).keepHeapSmall();
  const report = await run(list.targets, settings.options, {
    signal: interruption.signal,
    service: settings.service,
    catalogue,
    onProgress: progress.onProgress,
    onFinding(finding) {
      progress.onFinding(finding);
      fixes.add(finding);
      if (lineOf) progress.aside(() => output.write(lineOf(finding)));
    },
    keep: lineOf ? () => null : pieces ? (finding) => outline(finding, pieces.piece, texts) : keeperFor(settings),
  }).finally(progress.stop);
  const { total } = report.summary;
  if (!lineOf && (total > 0 || list.mistake() === null)) {
    if (pieces) for (const text of pieces.pieces(report, textsOf(report, texts))) output.write(text);
    else await present(report, settings, output);
  }
  output.close();
  fixes.close();
  if (interruption.signal.aborted && interruption.exitCode() !== null && !settings.quiet)
    talk(
      'note',
      `interrupted: ${list.total === null ? '' : `of ${list.total} targets, `}${total} endpoints were measured`,
    );
  if (list.mistake() !== null) throw list.mistake();
  return interruption.exitCode() ?? exitCode(report.summary, settings.failOn);
}

/** From so many endpoints at once the sockets that have done their work are worth being collected early. */
const MANY_AT_ONCE = 2_000;

/** What is left of a finding once its text is made: enough to put it in its place. */
function outline(finding: Finding, piece: (finding: Finding) => string, texts: Map<Finding, string>): Finding {
  const left = { ...finding, transcripts: [], fixes: [] };
  texts.set(left, piece(finding));
  return left;
}

function* textsOf({ findings }: Report, texts: ReadonlyMap<Finding, string>): Generator<string> {
  for (const finding of findings) yield texts.get(finding) ?? '';
}

async function settingsOf(values: Values): Promise<Settings> {
  const layers = [typed(values), inherited(process.env)];
  const file = layers.map((layer) => layer.values.config).find((name) => name !== undefined);
  return settingsFrom(file === undefined ? layers : [...layers, await configured(String(file))]);
}

/** Of each kind of problem the table shows a few in full: the evidence of a hundred is more than enough, and ten thousand stay small. */
const EVIDENCE_MAX = 100;

function keeperFor(settings: Settings): (finding: Finding) => Finding {
  if (settings.format !== 'table' || looksOf(settings).detail === 'all') return (finding) => finding;
  const kept = new Map<VerdictKind, number>();
  return (finding) => {
    const { kind, severity } = finding.verdict;
    const count = (kept.get(kind) ?? 0) + 1;
    kept.set(kind, count);
    return severity === 'ok' || count > EVIDENCE_MAX ? { ...finding, transcripts: [] } : finding;
  };
}
