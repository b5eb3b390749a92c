import { expect, it } from 'vitest';
import { ndjson, ndjsonLine } from '../../src/report/ndjson.ts';
import { FINDINGS, finding, report } from './samples.ts';
import { isFinding } from './schema.ts';

it('has a line for each finding, each of them what the schema says', () => {
  const lines = ndjson(report(FINDINGS)).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(FINDINGS);
  for (const line of lines) expect(isFinding(JSON.parse(line)) ? [] : isFinding.errors).toEqual([]);
});

it('prints a line that can stand alone', () => {
  expect(ndjsonLine(finding('mute', '\u009b'))).toMatch(/^\{[\x20-\x7e]+\}\n$/);
});
