import type { Report } from '../model/report.ts';
import { REPORTERS } from '../report/index.ts';
import { type Looks, type Style, styleFor } from '../report/style.ts';
import type { Interruption } from './interruption.ts';
import { looksFor } from './looks.ts';
import { fileOutput, type Output, standardOutput } from './output.ts';
import { type Spinner, shouldSpin, spinner } from './progress.ts';
import type { Settings } from './settings.ts';
import { terminalOut } from './terminal.ts';

/** How the report may look where it goes. */
export function looksOf(settings: Settings): Looks {
  const out = terminalOut();
  const { env: environment, platform } = process;
  const surroundings = { environment, platform, isTerminal: out !== null, columns: out?.columns };
  return looksFor(surroundings, settings);
}

/** How it will look. What paints is loaded only where there is colour. */
export async function styleOf(settings: Settings): Promise<Style> {
  const looks = looksOf(settings);
  return styleFor(looks, looks.color ? (await import('picocolors')).createColors(true) : null);
}

/** Opens what the report is written to; a reader who leaves ends the run. */
export function outputOf({ output }: Settings, interruption: Interruption): Output {
  return output === null ? standardOutput(interruption.stop) : fileOutput(output);
}

/** Writes a whole report. */
export async function present(report: Report, settings: Settings, output: Output): Promise<void> {
  const reporter = await REPORTERS[settings.format]();
  output.write(reporter(report, await styleOf(settings)));
}

/** A spinner on stderr, where there is somebody to look at it. */
export function spinnerFor(settings: Settings, total: number | null): Spinner {
  const isShown = settings.progress && !settings.quiet && shouldSpin(process.stderr, process.env);
  return spinner(isShown, total, styleFor(looksOf(settings), null).marks.dot);
}
