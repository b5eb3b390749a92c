import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { asciiJson } from './escape.ts';

/** One finding a line, and nothing else. */
export function ndjson({ findings }: Report): string {
  return findings.map(ndjsonLine).join('');
}

/** A line that can be printed as soon as its finding has settled. */
export function ndjsonLine(finding: Finding): string {
  return `${asciiJson(finding)}\n`;
}
