import { describe, expect, it } from 'vitest';
import { PROBES } from '../probes/index.ts';
import { SEVERITY } from '../src/model/verdict.ts';
import { type Files, LAWS } from './tidy/laws.ts';
import { type Law, repository } from './tidy/sources.ts';
import { probesHaveSamples, verdictsHavePages, verdictsHaveScenarios } from './tidy/tests.ts';

const KINDS = Object.keys(SEVERITY);
const pages: Law = (sources) => verdictsHavePages(sources, KINDS);
const scenarios: Law = (sources) => verdictsHaveScenarios(sources, KINDS);
const WITHOUT_SAMPLE = { name: 'x', samples: { greetings: [] } };

/** Laws that need to know all verdicts: their bad sample is an empty repository. */
const TOTAL_LAWS: readonly (readonly [string, Law, readonly string[]])[] = [
  ['verdicts have pages', pages, KINDS.map((kind) => `docs/verdicts/${kind}.md is missing`)],
  ['verdicts have scenarios', scenarios, KINDS.map((kind) => `no scenario ends in ${kind}`)],
];

const files = repository();
const sourcesOf = (bad: Files) => Object.entries(bad).map(([path, text]) => ({ path, text }));

describe('the laws hold', () => {
  const all: readonly (readonly [string, Law])[] = [...LAWS, ...TOTAL_LAWS].map(([title, law]) => [title, law]);

  it.each(all)('%s', (_, law) => expect(law(files)).toEqual([]));

  it('probes have samples', () => expect(probesHaveSamples(PROBES)).toEqual([]));
});

describe('the laws bite', () => {
  it.each(LAWS)('%s', (_, law, bad, complaints) => expect(law(sourcesOf(bad))).toEqual(complaints));

  it.each(TOTAL_LAWS)('%s', (_, law, complaints) => expect(law([])).toEqual(complaints));

  it('a page about no verdict', () =>
    expect(verdictsHavePages([{ path: 'docs/verdicts/x.md', text: '' }], [])).toEqual([
      'docs/verdicts/x.md is about no verdict',
    ]));

  it('probes have samples', () => expect(probesHaveSamples([WITHOUT_SAMPLE])).toEqual(['probes/x.ts has no sample']));
});
