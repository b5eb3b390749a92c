import { changeLogIsThere, linksLead, noMachine, pathsExist, scriptsExist } from './documents.ts';
import { importDirections, noCycles, oneImporterPerPackage } from './imports.ts';
import { lockIsWhole } from './lock.ts';
import type { Law } from './sources.ts';
import {
  classesAreErrors,
  edgesOnly,
  exportsAreExplained,
  probesAreData,
  shortFiles,
  shortFunctions,
  tellingNames,
} from './style.ts';
import { noOrphans, noSleeps, testsMirror } from './tests.ts';

/** Files by their paths. */
export type Files = Readonly<Record<string, string>>;

/** Each law with files that break it, and what it says of them: a law that cannot bite is none. */
export const LAWS: readonly (readonly [string, Law, Files, readonly string[]])[] = [
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
    { 'src/cli/a.ts': '\n'.repeat(200).concat('1'), 'probes/index.ts': '\n'.repeat(200).concat('1') },
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
    'the lock file has every platform',
    lockIsWhole,
    {
      'package-lock.json':
        '{"packages":{"node_modules/a":{"optionalDependencies":{"a-b":"1","a-c":"1"}},"node_modules/a-b":{}}}',
    },
    ['package-lock.json lacks a-c, an option of node_modules/a'],
  ],
  [
    'the change log knows this version',
    changeLogIsThere,
    { 'CHANGELOG.md': '## 0.0.9', 'package.json': '{"version":"0.1.0"}' },
    ['CHANGELOG.md has no heading for 0.1.0'],
  ],
];
