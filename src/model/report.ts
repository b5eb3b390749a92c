import type { Finding } from './finding.ts';
import type { MeshName } from './mesh.ts';
import type { ProbeOptions } from './options.ts';
import type { VerdictKind } from './verdict.ts';

/** A name whose addresses do not agree. */
export interface Split {
  readonly host: string;
  readonly port: number;
  readonly verdicts: Readonly<Record<string, VerdictKind>>;
}

export interface Summary {
  readonly total: number;
  readonly ok: number;
  readonly warn: number;
  readonly fail: number;
  readonly byVerdict: Readonly<Partial<Record<VerdictKind, number>>>;
  readonly split: readonly Split[];
}

/** Where the run was made from: the same endpoint can be healthy from one place and stalled from another. */
export interface Vantage {
  readonly hostname: string;
  readonly platform: string;
  readonly node: string;
  /** The proxy beside the prober, where it was looked for and found. */
  readonly proxy?: { readonly mesh: MeshName; readonly name: string | null };
}

/** The whole run: `--format json` prints exactly this. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'deadair'; readonly version: string };
  readonly startedAt: string;
  readonly durationMs: number;
  readonly options: ProbeOptions;
  readonly vantage: Vantage;
  readonly summary: Summary;
  readonly findings: readonly Finding[];
}
