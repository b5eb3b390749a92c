import type { Cause, Protocol } from './finding.ts';
import type { ProbeOptions } from './options.ts';
import type { Report, Vantage } from './report.ts';
import type { Confidence, Severity, VerdictKind } from './verdict.ts';

/** What became of an endpoint from one report to the other. */
export type ChangeKind =
  /** Something works less well, or a deadlock is there that was not. */
  | 'worse'
  /** Failed, and is all right. */
  | 'freed'
  /** Less wrong than it was, or a warning that is gone. */
  | 'improved'
  /** Another problem of the same weight, or another server that is all right too. */
  | 'changed'
  /** The same problem as before. */
  | 'persists'
  | 'unchanged'
  /** Only in the second report. */
  | 'new'
  /** Only in the first. */
  | 'gone';

/** What differs besides the verdict, where both reports know it. */
export type Difference = 'address' | 'protocol' | 'version' | 'cause' | 'posture' | 'declared' | 'identity';

/** An endpoint as one of the reports has it: enough to read the change by, the evidence is in the report. */
export interface ComparedFinding {
  readonly address: string | null;
  readonly verdict: {
    readonly kind: VerdictKind;
    readonly severity: Severity;
    readonly confidence: Confidence;
    readonly sentence: string;
  };
  readonly protocol: Protocol | null;
  readonly cause: Cause | null;
}

/** One endpoint in both reports; null on the side that does not have it. */
export interface Change {
  readonly kind: ChangeKind;
  readonly host: string;
  readonly port: number;
  readonly differs: readonly Difference[];
  readonly before: ComparedFinding | null;
  readonly after: ComparedFinding | null;
}

/** A run without its findings. */
export interface ComparedRun {
  readonly tool: Report['tool'];
  readonly startedAt: string;
  readonly durationMs: number;
  readonly vantage: Vantage;
  readonly total: number;
}

/** Two reports held against each other: `deadair compare --format json` prints exactly this. */
export interface Comparison {
  readonly schemaVersion: 1;
  readonly tool: Report['tool'];
  /** `two-vantages` where the reports were made on different machines: then "before" and "after" are two places. */
  readonly of: 'before-and-after' | 'two-vantages';
  readonly before: ComparedRun;
  readonly after: ComparedRun;
  /** Options that can turn a verdict, and that were not the same in both runs. */
  readonly differentOptions: readonly (keyof ProbeOptions)[];
  readonly summary: { readonly [K in ChangeKind]: number };
  readonly changes: readonly Change[];
}
