import { fileURLToPath } from 'node:url';
import { DEADAIR, run, startPeer } from './processes.ts';
import { type Effort, median, type Row } from './row.ts';

const LIMIT = 0.7;
const here = (name: string): string => fileURLToPath(new URL(`./peers/${name}`, import.meta.url));

/** Endpoints a second that greet at once, beside the shortest loop of plain sockets; all in processes of their own, in turns. */
export const benchScan = async ({ scanRounds, scanTargets }: Effort): Promise<readonly Row[]> => {
  const peer = await startPeer('greeter.cjs', 22, scanTargets);
  const input = `${peer.targets.join('\n')}\n`;
  const times = { loop: [] as number[], loopProcess: [] as number[], library: [] as number[], command: [] as number[] };
  for (let round = 0; round < scanRounds; round += 1) {
    const loop = run([here('plain-loop.cjs')], input);
    times.loopProcess.push(loop.wallMs);
    times.loop.push(Number(loop.stdout));
    times.library.push(Number(run([here('library.mjs')], input).stdout));
    times.command.push(run([DEADAIR, '--from', '-', '--format', 'ndjson', '--no-progress'], input).wallMs);
  }
  peer.stop();
  return [
    rowOf('through the library', scanTargets, median(times.library), median(times.loop)),
    rowOf('through the command, start included', scanTargets, median(times.command), median(times.loopProcess)),
  ];
};

const rowOf = (how: string, targets: number, valueMs: number, floorMs: number): Row => ({
  what: `scan of ${targets} prompt endpoints ${how}`,
  floor: `${perSecond(targets, floorMs)}/s`,
  value: `${perSecond(targets, valueMs)}/s`,
  ratio: floorMs / valueMs,
  limit: `>= ${LIMIT}`,
  passed: floorMs / valueMs >= LIMIT,
});

const perSecond = (targets: number, milliseconds: number): string => ((targets * 1_000) / milliseconds).toFixed(0);
