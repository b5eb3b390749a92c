import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { asciiJson } from './escape.ts';

/** The whole report for programs, one finding a line so that two runs can be compared line by line. */
export function json(report: Report): string {
  return [...jsonPieces(report, report.findings.map(jsonPiece))].join('');
}

/** A finding as its line of the report: ten thousand of these are small, where the findings themselves are not. */
export function jsonPiece(finding: Finding): string {
  return asciiJson(finding);
}

/** The report piece by piece, of findings that are text already. */
export function jsonPieces({ findings: _, ...head }: Report, pieces: Iterable<string>): Generator<string> {
  return jsonDocument(head, 'findings', pieces);
}

/** A document with a long list at its end, one entry a line. */
export function* jsonDocument(head: object, list: string, pieces: Iterable<string>): Generator<string> {
  const heads = Object.entries(head).map(([key, value]) => `  ${asciiJson(key)}: ${asciiJson(value)},\n`);
  yield `{\n${heads.join('')}  ${asciiJson(list)}: [`;
  let before = '';
  for (const piece of pieces) {
    yield `${before}\n    ${piece}`;
    before = ',';
  }
  yield `${before === '' ? '' : '\n  '}]\n}\n`;
}
