import type { Report } from '../model/report.ts';
import { asciiJson } from './escape.ts';

/** The whole report for programs, one finding a line so that two runs can be compared line by line. */
export function json({ findings, ...head }: Report): string {
  const heads = Object.entries(head).map(([key, value]) => `  ${asciiJson(key)}: ${asciiJson(value)},\n`);
  const lines = findings.map((finding) => `\n    ${asciiJson(finding)}`);
  return `{\n${heads.join('')}  "findings": [${lines.join(',')}${lines.length > 0 ? '\n  ' : ''}]\n}\n`;
}
