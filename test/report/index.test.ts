import { expect, it } from 'vitest';
import { type Format, LINE_BY_LINE, REPORTERS } from '../../src/report/index.ts';
import { PIPE } from './plain.ts';
import { FINDINGS, report } from './samples.ts';

const FORMATS = Object.keys(REPORTERS) as Format[];

it.each(FORMATS)('%s renders every verdict, in characters that any terminal takes', async (format) => {
  const text = (await REPORTERS[format]())(report(FINDINGS), PIPE);
  for (const { verdict } of FINDINGS) expect(text).toContain(verdict.kind);
  expect(text).toMatch(/^[\x20-\x7e\n]+\n$/);
});

it.each(Object.keys(LINE_BY_LINE) as Format[])('%s is the same line by line', async (format) => {
  const line = await LINE_BY_LINE[format]?.();
  const whole = await REPORTERS[format]();
  expect(FINDINGS.map((finding) => line?.(finding)).join('')).toBe(whole(report(FINDINGS), PIPE));
});
