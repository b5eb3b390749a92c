import type { ShapeName } from './envoy/shapes.ts';

/** How a probe gets to the server. */
export type Path = 'direct' | ShapeName;

/** Manners of clients that a MariaDB blocks. */
export type Carelessness = 'greeting and away' | 'quiet nudge and away';

/** Whole probes of one kind: the way, how the target is written, and whether the proxy is asked who it is. */
export interface Visits {
  readonly path: Path;
  readonly words: '' | 'mysql://';
  readonly identify: boolean;
}

/** What mysql-blocking.test.ts wants to be tried, with the addresses of its namespace. */
export interface Order {
  readonly server: string;
  /** Where direct probes come from, and where the sidecars' connections do. */
  readonly client: string;
  readonly sidecar: string;
  readonly limit: number;
  readonly probes: number;
  readonly careless: readonly Carelessness[];
  readonly visits: readonly Visits[];
}

/** What came of it: the errors that one probe counts for, and what a user meets after all of them. */
export interface Outcome {
  readonly verdicts: readonly string[];
  readonly errorsEach: number;
  readonly login: string;
}

export interface Outcomes {
  readonly careless: readonly string[];
  readonly visits: readonly Outcome[];
}
