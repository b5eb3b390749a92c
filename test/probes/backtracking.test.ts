import { describe, expect, it } from 'vitest';
import { runaway } from '../../src/catalogue/backtracking.ts';
import { costOf } from '../../src/catalogue/steps.ts';
import { PATTERNS, SAMPLES } from './patterns.ts';

/** All expressions over one text: a reading costs at most this. */
const CATALOGUE_BUDGET = 2_000_000;

it.each(PATTERNS)('$where cannot be made to backtrack without bound', ({ pattern }) => {
  expect(runaway(pattern)).toBeNull();
});

describe('the counter of steps', () => {
  it('matches what the engine matches', () => {
    for (const { where, pattern } of PATTERNS) {
      const cost = costOf(pattern);
      const wrong = SAMPLES.filter(
        ({ sample }) => cost(sample.bytes, 1_000_000).matches !== pattern.test(sample.bytes),
      );
      expect(wrong.map((sample) => `${where} on ${sample.where}`)).toEqual([]);
    }
  });
});

describe('the whole catalogue', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('reads the hostile text %i within its budget', (seed) => {
    const text = jumble(seed);
    let steps = 0;
    for (const { pattern } of PATTERNS) steps += costOf(pattern)(text, CATALOGUE_BUDGET).steps;
    expect(text.length).toBeGreaterThan(60_000);
    expect(steps).toBeLessThan(CATALOGUE_BUDGET);
  });
});

/** 64 KB of pieces of real greetings, cut and repeated; the same for the same seed. */
const jumble = (seed: number): string => {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  const first = SAMPLES[next(SAMPLES.length)]?.sample.bytes ?? '';
  let text = first.slice(0, 1 + next(first.length));
  while (text.length < 65_000) {
    const { bytes } = SAMPLES[next(SAMPLES.length)]?.sample ?? { bytes: '\n' };
    const from = next(bytes.length);
    text += bytes.slice(from, from + 1 + next(40)).repeat(1 + next(30));
  }
  return text.slice(0, 65_536);
};
