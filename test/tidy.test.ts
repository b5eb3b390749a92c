import { describe, expect, it } from 'vitest';
import { PROBES } from '../probes/index.ts';
import { SEVERITY } from '../src/model/verdict.ts';
import { changeLogIsThere, linksLead, noMachine, pathsExist, scriptsExist } from './tidy/documents.ts';
import { importDirections, noCycles, oneImporterPerPackage } from './tidy/imports.ts';
import { type Law, repository } from './tidy/sources.ts';
import {
  classesAreErrors,
  edgesOnly,
  exportsAreExplained,
  probesAreData,
  shortFiles,
  shortFunctions,
  tellingNames,
} from './tidy/style.ts';
import {
  noOrphans,
  noSleeps,
  probesHaveSamples,
  testsMirror,
  verdictsHavePages,
  verdictsHaveScenarios,
} from './tidy/tests.ts';

const KINDS = Object.keys(SEVERITY);
const pages: Law = (sources) => verdictsHavePages(sources, KINDS);
const scenarios: Law = (sources) => verdictsHaveScenarios(sources, KINDS);
const WITHOUT_SAMPLE = { name: 'x', samples: { greetings: [] } };

type Files = Readonly<Record<string, string>>;

/** Each law with files that break it, and what it says of them: a law that cannot bite is none. */
const LAWS: readonly (readonly [string, Law, Files, readonly string[]])[] = [
  [
    'a stage imports only what stands before it',
    importDirections,
    { 'src/decide/a.ts': "import { b } from '../report/b.ts';" },
    ['src/decide/a.ts may not import src/report/b.ts'],
  ],
  [
    'the World is known by its type alone',
    importDirections,
    {
      'src/lab/a.ts': "import { b } from '../net/world.ts';",
      'src/lab/b.ts': "import type { B } from '../net/world.ts';",
    },
    ['src/lab/a.ts may not import src/net/world.ts'],
  ],
  [
    'an edge is not reached by a dynamic import either',
    importDirections,
    { 'src/experiment/a.ts': "await import('../net/node.ts');" },
    ['src/experiment/a.ts may not import src/net/node.ts'],
  ],
  [
    'there are no cycles',
    noCycles,
    {
      'src/model/a.ts': "import './b.ts';",
      'src/model/b.ts': "import './a.ts';",
      'src/model/c.ts': "import './a.ts';",
    },
    ['src/model/a.ts imports itself in a circle', 'src/model/b.ts imports itself in a circle'],
  ],
  [
    'a package has one importer',
    oneImporterPerPackage,
    { 'src/cli/a.ts': "import y from 'yargs';", 'src/cli/b.ts': "import { h } from 'yargs/helpers';" },
    ['yargs is imported by src/cli/a.ts and src/cli/b.ts'],
  ],
  [
    'clock, chance and Node enter at the edges',
    edgesOnly,
    {
      'src/decide/a.ts': "import 'node:fs';\nMath.random();\nDate.now();\nx.process = { process: 1 };",
      'src/net/b.ts': 'Date.now();',
    },
    ['node:fs', 'Math.random', 'Date'].map((name) => `src/decide/a.ts uses ${name}, which is for the edges`),
  ],
  [
    'probes are data',
    probesAreData,
    { 'probes/a.ts': 'export default { b: () => 1 };\nclass C {}\nfunction d() {}' },
    [1, 2, 3].map((line) => `probes/a.ts:${line} has code in it`),
  ],
  [
    'files are short',
    shortFiles,
    { 'src/cli/a.ts': '\n'.repeat(200).concat('1') },
    ['src/cli/a.ts has 201 lines, at most 200'],
  ],
  [
    'functions are short',
    shortFunctions,
    { 'src/cli/a.ts': `const f = () => {${'\n'.repeat(40)}};` },
    ['src/cli/a.ts:1 is a function of 41 lines, at most 40'],
  ],
  [
    'names tell',
    tellingNames,
    {
      'src/net/utils.ts': '',
      'test/helpers/a.ts': '',
      'src/cli/index.ts': '',
      'src/index.ts': '',
      'docs/commonly.md': '',
    },
    ['src/net/utils.ts', 'test/helpers/a.ts', 'src/cli/index.ts'].map((path) => `${path} says nothing by its name`),
  ],
  [
    'classes are errors',
    classesAreErrors,
    { 'src/cli/a.ts': 'class Doer {}\nclass Usage extends Error {}' },
    ['src/cli/a.ts:1 is a class and no error'],
  ],
  [
    'what is exported is explained',
    exportsAreExplained,
    { 'src/cli/a.ts': '/** Why. */\nexport const a = 1;\nexport const b = 2;' },
    ['src/cli/a.ts:3 is exported without a word'],
  ],
  [
    'files have tests',
    testsMirror,
    { 'src/decide/a.ts': 'export const a = 1;', 'src/lab/b.ts': 'export type B = 1;' },
    ['src/decide/a.ts has no test/decide/a.test.ts'],
  ],
  [
    'tests have files',
    noOrphans,
    { 'test/decide/a.test.ts': '' },
    ['test/decide/a.test.ts is about a file that is not there'],
  ],
  [
    'tests do not sleep',
    noSleeps,
    { 'test/decide/a.test.ts': 'setTimeout(() => {}, 5);' },
    ['test/decide/a.test.ts waits with setTimeout'],
  ],
  [
    'paths are real',
    pathsExist,
    { 'README.md': 'see docs/nowhere.md and package.json' },
    ['README.md names docs/nowhere.md, which is not there'],
  ],
  [
    'links lead somewhere',
    linksLead,
    { 'docs/a.md': '[b](../nowhere.md) [c](../package.json)' },
    ['docs/a.md links to nowhere.md, which is not there'],
  ],
  [
    'commands exist',
    scriptsExist,
    { 'README.md': 'npm run demo && npm run dance', 'package.json': '{"scripts":{"demo":""}}' },
    ['README.md speaks of npm run dance, which is not there'],
  ],
  [
    'nothing names a machine',
    noMachine,
    { 'src/cli/a.ts': "'/home/me/x'", 'src/cli/b.ts': "'/proc/net'" },
    ['src/cli/a.ts names /home/'],
  ],
  [
    'the change log knows this version',
    changeLogIsThere,
    { 'CHANGELOG.md': '## 0.0.9', 'package.json': '{"version":"0.1.0"}' },
    ['CHANGELOG.md has no heading for 0.1.0'],
  ],
];

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
