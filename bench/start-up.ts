import { DEADAIR, run, startPeer } from './processes.ts';
import { type Effort, median, type Row } from './row.ts';

/** What a start costs beside `node -e 0`: the least that any program in JavaScript costs. */
const LIMITS = { '--version': 1.3, 'a verdict': 2 } as const;

/** Starts of bare node, of `--version`, and of a whole probe of one endpoint that greets: in turns, so that noise hits all alike. */
export const benchStartUp = async ({ startUpRounds, allowance }: Effort): Promise<readonly Row[]> => {
  const peer = await startPeer('greeter.cjs', 21, 1);
  const floor = ['-e', '0'];
  const cases = { '--version': [DEADAIR, '--version'], 'a verdict': [DEADAIR, ...peer.targets, '--no-progress'] };
  const times: Record<string, number[]> = { floor: [], '--version': [], 'a verdict': [] };
  for (let round = 0; round < startUpRounds; round += 1) {
    times.floor?.push(run(floor).wallMs);
    for (const [name, args] of Object.entries(cases)) times[name]?.push(run(args).wallMs);
  }
  peer.stop();
  const bareMs = median(times.floor ?? []);
  return Object.entries(LIMITS).map(([name, limit]) =>
    rowOf(name, median(times[name] ?? []), bareMs, limit, allowance),
  );
};

const rowOf = (name: string, valueMs: number, bareMs: number, limit: number, allowance: number): Row => ({
  what: `start: ${name}, beside node -e 0`,
  floor: `${bareMs.toFixed(1)} ms`,
  value: `${valueMs.toFixed(1)} ms`,
  ratio: valueMs / bareMs,
  limit: `<= ${limit}`,
  passed: valueMs / bareMs <= limit * allowance,
});
