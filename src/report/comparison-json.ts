import type { Comparison } from '../model/comparison.ts';
import { asciiJson } from './escape.ts';
import { jsonDocument } from './json.ts';

/** A comparison for programs, one endpoint a line. */
export function comparisonJson({ changes, ...head }: Comparison): string {
  return [...jsonDocument(head, 'changes', changes.map(asciiJson))].join('');
}
