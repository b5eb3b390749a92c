/**
 * `npm run bench`: what deadair promises about speed and memory, each beside its floor, in one run.
 * `--short` for a busy machine, `--write` to keep the figures in bench/results.json and the README.
 */
import { benchMatch } from './match.ts';
import { record, reportOf } from './record.ts';
import { type Effort, type Row, tableOf } from './row.ts';
import { benchScan } from './scan.ts';
import { benchStalled } from './stalled.ts';
import { benchStartUp } from './start-up.ts';

const FULL: Effort = {
  startUpRounds: 41,
  scanRounds: 7,
  scanTargets: 5_000,
  stalledTargets: 10_000,
  greetings: 10_000,
  allowance: 1,
};
const SHORT: Effort = {
  startUpRounds: 15,
  scanRounds: 3,
  scanTargets: 2_000,
  stalledTargets: 10_000,
  greetings: 10_000,
  allowance: 1.4,
};
/** A noisy neighbour may spoil a measurement, hardly three. */
const ATTEMPTS_MAX = 3;
const SUITES = [benchMatch, benchStartUp, benchScan, benchStalled];

const effort = process.argv.includes('--short') ? SHORT : FULL;

const attempt = async (suite: (typeof SUITES)[number]): Promise<readonly Row[]> => {
  for (let count = 1; ; count += 1) {
    const rows = await suite(effort);
    if (count === ATTEMPTS_MAX || rows.every(({ passed }) => passed)) return rows;
    console.error(`again, attempt ${count} missed a limit:\n${tableOf(rows)}`);
  }
};

const rows: Row[] = [];
for (const suite of SUITES) rows.push(...(await attempt(suite)));
console.log(`\n${reportOf(rows)}`);
if (process.argv.includes('--write')) record(rows);
process.exitCode = rows.every(({ passed }) => passed) ? 0 : 1;
