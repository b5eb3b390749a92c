import { type Exhibit, SHOWCASE } from '../../lab/showcase.ts';
import type { Finding } from '../../model/finding.ts';
import { DEFAULT_OPTIONS } from '../../model/options.ts';
import type { Target } from '../../model/target.ts';
import { nodeWorld } from '../../net/node.ts';
import { EXIT } from '../exit-code.ts';
import type { Values } from '../flags.ts';
import type { Interruption } from '../interruption.ts';
import { openLab } from '../open-lab.ts';
import { outputOf, present, spinnerFor } from '../presentation.ts';
import { run } from '../run.ts';
import { inherited, settingsFrom, typed } from '../settings.ts';
import { talk } from '../talk.ts';

/** `deadair demo`: serves the built-in lab on loopback, probes it live, and says whether every verdict is what the lab expects. */
export async function demo(values: Values, interruption: Interruption): Promise<number> {
  const settings = settingsFrom([typed(values), inherited(process.env)]);
  const output = outputOf(settings, interruption);
  const lab = await openLab(SHOWCASE);
  const progress = spinnerFor(settings, SHOWCASE.length);
  const watch = { signal: interruption.signal, onProgress: progress.onProgress, onFinding: progress.onFinding };
  // The names of the exhibits are known to this resolver and to no other.
  const world = { ...nodeWorld(), resolve: lab.resolve };
  const report = await run(lab.targets, DEFAULT_OPTIONS, watch, world).finally(progress.stop);
  await lab.close();
  await present(report, settings, output);
  output.close();
  const surprises = SHOWCASE.flatMap((exhibit) => surprise(exhibit, report.findings));
  if (!settings.quiet) tell(surprises, interruption);
  return interruption.exitCode() ?? (surprises.length > 0 ? EXIT.fail : EXIT.pass);
}

function surprise({ name, verdicts }: Exhibit, findings: readonly Finding[]): readonly string[] {
  const kind = findings.find(({ target }: { target: Target }) => target.host === name)?.verdict.kind;
  if (kind !== undefined && verdicts.includes(kind)) return [];
  return [`${name}: the lab expects ${verdicts.join(' or ')}, the probe says ${kind ?? 'nothing'}`];
}

function tell(surprises: readonly string[], interruption: Interruption): void {
  if (interruption.signal.aborted) return talk('note', 'interrupted: not everything was measured');
  for (const words of surprises) talk('note', words);
  if (surprises.length === 0) talk('note', `all ${SHOWCASE.length} verdicts are what the lab expects`);
}
