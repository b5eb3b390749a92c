import type { Network } from '../../src/lab/simulate.ts';
import type { ProbeOptions } from '../../src/model/options.ts';
import type { VerdictKind } from '../../src/model/verdict.ts';

/** One story: what is there, what was asked, and what must be said. */
export interface Scenario {
  readonly story: string;
  readonly network: Network;
  readonly host: string;
  readonly port: number;
  readonly expectedProtocol?: string;
  readonly options?: Partial<ProbeOptions>;
  /** In the order of the name's addresses. */
  readonly verdicts: readonly VerdictKind[];
  /** The catalogue's name of what was recognised; absent where nothing is. */
  readonly protocol?: string;
}
