import type { Comparison } from '../model/comparison.ts';
import { asciiJson } from './escape.ts';

/** A comparison for programs, one endpoint a line. */
export function comparisonJson({ changes, ...head }: Comparison): string {
  const heads = Object.entries(head).map(([key, value]) => `  ${asciiJson(key)}: ${asciiJson(value)},\n`);
  const lines = changes.map((change) => `\n    ${asciiJson(change)}`).join(',');
  return `{\n${heads.join('')}  "changes": [${lines}${lines === '' ? '' : '\n  '}]\n}\n`;
}
