import type { Report } from '../src/model/report.ts';
import { DEADAIR, runWatched, startPeer } from './processes.ts';
import type { Effort, Row } from './row.ts';

const PATIENCE_SECONDS = 6;
const ALLOWANCE_SECONDS = 8;
const MEGABYTES_MAX = 400;
const HEALTHY = 300;

/** All endpoints of a cluster stalled at once, with some healthy ones among them: none may be misjudged because we were busy. */
export const benchStalled = async ({ stalledTargets, allowance }: Effort): Promise<readonly Row[]> => {
  const half = Math.ceil(stalledTargets / 2);
  const peers = await Promise.all([
    startPeer('sniffer.cjs', 31, half),
    startPeer('sniffer.cjs', 32, stalledTargets - half),
    startPeer('greeter.cjs', 33, HEALTHY),
  ]);
  const [first = [], second = [], healthy = []] = peers.map(({ targets }) => targets);
  const stalled = [...first, ...second];
  const args = [
    DEADAIR,
    '--from',
    '-',
    '--format',
    'json',
    '--concurrency',
    `${stalledTargets + HEALTHY}`,
    '--fail-on',
    'never',
  ];
  const run = await runWatched(
    [...args, '--no-progress', '--patience', `${PATIENCE_SECONDS}s`],
    mingled(stalled, healthy).join('\n'),
  );
  for (const peer of peers) peer.stop();
  return rowsOf(run, stalled, healthy, allowance);
};

/** Healthy targets spread evenly among the stalled. */
const mingled = (stalled: readonly string[], healthy: readonly string[]): readonly string[] => {
  const every = Math.max(1, Math.floor(stalled.length / healthy.length));
  const mixed = stalled
    .flatMap((target, index) => (index % every === 0 ? [target, healthy[index / every] ?? []] : [target]))
    .flat();
  return [...new Set([...mixed, ...healthy])];
};

interface Watched {
  readonly wallMs: number;
  readonly stdout: string;
  readonly peakMegabytes: number;
}

const rowsOf = (
  { wallMs, stdout, peakMegabytes }: Watched,
  stalled: readonly string[],
  healthy: readonly string[],
  allowance: number,
): readonly Row[] => {
  const { findings } = JSON.parse(stdout) as Report;
  const verdicts = new Map(findings.map(({ target, verdict }) => [`${target.host}:${target.port}`, verdict.kind]));
  const wrongStalled = stalled.filter((target) => verdicts.get(target) !== 'stalled').length;
  const wrongHealthy = healthy.filter((target) => verdicts.get(target) !== 'server-first').length;
  const seconds = wallMs / 1_000;
  const what = `${stalled.length} stalled`;
  return [
    limited(`${what}: the whole run`, seconds, ' s', PATIENCE_SECONDS + ALLOWANCE_SECONDS, allowance),
    limited(`${what}: most memory resident`, peakMegabytes, ' MB', MEGABYTES_MAX, allowance),
    limited(`${what}: not called stalled`, wrongStalled, '', 0, 1),
    limited(`${what}: of ${healthy.length} healthy among them, misjudged`, wrongHealthy, '', 0, 1),
  ];
};

const limited = (what: string, value: number, unit: string, limit: number, allowance: number): Row => ({
  what,
  floor: '',
  value: `${Number.isInteger(value) ? value : value.toFixed(1)}${unit}`,
  ratio: null,
  limit: `<= ${limit}${unit}`,
  passed: value <= limit * allowance,
});
