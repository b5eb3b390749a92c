import { fileURLToPath } from 'node:url';
import { DEADAIR, run, startPeer } from './processes.ts';
import { type Effort, median, type Row } from './row.ts';

/** What we aim at, and what must hold today: our own bookkeeping still costs as much as the sockets do. */
const AIM = 0.7;
const LIMIT = 0.3;
const LOOP = here('plain-loop.cjs');

/**
 * Endpoints a second that greet at once, beside loops of plain sockets that make the same connections: one that says goodbye as we do,
 * and for the record one that just hangs up. All in processes of their own, in turns.
 */
export const benchScan = async ({ scanRounds, scanTargets }: Effort): Promise<readonly Row[]> => {
  const peer = await startPeer('greeter.cjs', 22, scanTargets);
  const input = `${peer.targets.join('\n')}\n`;
  const times = {
    rude: [] as number[],
    polite: [] as number[],
    process: [] as number[],
    library: [] as number[],
    command: [] as number[],
  };
  for (let round = 0; round < scanRounds; round += 1) {
    times.rude.push(Number(run([LOOP], input).stdout));
    const polite = run([LOOP, 'polite'], input);
    times.polite.push(Number(polite.stdout));
    times.process.push(polite.wallMs);
    times.library.push(Number(run([here('library.mjs')], input).stdout));
    times.command.push(run([DEADAIR, '--from', '-', '--format', 'ndjson', '--no-progress'], input).wallMs);
  }
  peer.stop();
  const row = rowFor(scanTargets);
  return [
    row('library, beside a loop that says goodbye', times.library, times.polite, LIMIT),
    row('command with its start, beside the same', times.command, times.process, LIMIT),
    row('library, beside a loop that hangs up', times.library, times.rude, null),
  ];
};

const rowFor =
  (targets: number) =>
  (how: string, values: readonly number[], floors: readonly number[], limit: number | null): Row => {
    const ratio = median(floors) / median(values);
    return {
      what: `scan of ${targets}: ${how}`,
      floor: `${perSecond(targets, median(floors))}/s`,
      value: `${perSecond(targets, median(values))}/s`,
      ratio,
      limit: limit === null ? 'none' : `>= ${limit} (aim ${AIM})`,
      passed: limit === null || ratio >= limit,
    };
  };

const perSecond = (targets: number, milliseconds: number): string => ((targets * 1_000) / milliseconds).toFixed(0);

function here(name: string): string {
  return fileURLToPath(new URL(`./peers/${name}`, import.meta.url));
}
