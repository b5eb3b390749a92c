import type { Report } from '../model/report.ts';
import { REPORTERS } from '../report/index.ts';
import { type Style, styleFor } from '../report/style.ts';
import type { Interruption } from './interruption.ts';
import { looksFor } from './looks.ts';
import { fileOutput, type Output, standardOutput } from './output.ts';
import { type Spinner, shouldSpin, spinner } from './progress.ts';
import type { Settings } from './settings.ts';

/** How the report will look where it goes. */
export function styleOf(settings: Settings): Style {
  const { isTTY, columns } = process.stdout;
  const surroundings = { environment: process.env, platform: process.platform, isTerminal: isTTY === true, columns };
  return styleFor(looksFor(surroundings, settings));
}

/** Opens what the report is written to; a reader who leaves ends the run. */
export function outputOf({ output }: Settings, interruption: Interruption): Output {
  return output === null ? standardOutput(interruption.stop) : fileOutput(output);
}

/** Writes a whole report. */
export async function present(report: Report, settings: Settings, output: Output): Promise<void> {
  const reporter = await REPORTERS[settings.format]();
  output.write(reporter(report, styleOf(settings)));
}

/** A spinner on stderr, where there is somebody to look at it. */
export function spinnerFor(settings: Settings, total: number | null): Spinner {
  const isShown = settings.progress && !settings.quiet && shouldSpin(process.stderr, process.env);
  return spinner(isShown, total, styleOf(settings).marks.dot);
}
