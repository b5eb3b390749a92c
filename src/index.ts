import { PROBES } from '../probes/index.ts';
import { run } from './cli/run.ts';
import type { Finding } from './model/finding.ts';
import { DEFAULT_OPTIONS, type ProbeOptions } from './model/options.ts';
import type { Report } from './model/report.ts';
import type { Target } from './model/target.ts';
import { parseTargets } from './targets/parse.ts';

export type { Bytes } from './model/bytes.ts';
export type { Cause, Finding, Fix, Protocol, Timing } from './model/finding.ts';
export type { ProbeOptions, Scenario } from './model/options.ts';
export type { Report, Split, Summary, Vantage } from './model/report.ts';
export type { Endpoint, Target } from './model/target.ts';
export type { Certificate, Step, Transcript, TranscriptEvent } from './model/transcript.ts';
export type { Confidence, Judgement, Severity, Verdict, VerdictKind } from './model/verdict.ts';
export { UsageError } from './targets/usage-error.ts';

/** The options of `probe`: those of the command line, and how to follow a run or to end it. */
export type Options = Partial<ProbeOptions> & {
  /** Ends the run soon; the report has what was measured. */
  readonly signal?: AbortSignal;
  /** Called with each finding as it settles. */
  readonly onFinding?: (finding: Finding) => void;
};

/**
 * Probes endpoints, each written as on the command line (`db:3306`, `mysql://db`, `10.0.0.0/28:25`) or given as a Target, and
 * reports. Prints nothing. Rejects with a UsageError, before the first connection, where a target cannot be read; what is wrong
 * with an endpoint is a finding.
 */
export async function probe(targets: string | Iterable<string | Target>, options: Options = {}): Promise<Report> {
  const { signal, onFinding, ...changed } = options;
  const list = typeof targets === 'string' ? [targets] : [...targets];
  const parsed = list.map((target) => (typeof target === 'string' ? parseTargets(target, PROBES) : [target]));
  return run(
    each(parsed),
    { ...DEFAULT_OPTIONS, ...changed },
    { ...(signal && { signal }), ...(onFinding && { onFinding }) },
  );
}

function* each(lists: readonly Iterable<Target>[]): Iterable<Target> {
  for (const list of lists) yield* list;
}
