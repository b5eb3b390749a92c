import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import type { VerdictKind } from '../../src/model/verdict.ts';
import { finding, report } from '../report/samples.ts';

/** A finding at an address of a name. */
export function at(
  host: string,
  address: string | null,
  kind: VerdictKind,
  expectedProtocol: string | null = null,
): Finding {
  return finding(kind, host, { endpoint: { input: host, host, port: 3306, address, expectedProtocol } });
}

/** A run from another machine, or with other options. */
export function reportOf(findings: readonly Finding[], changed: Partial<Report> = {}): Report {
  return { ...report(findings), ...changed };
}
