import { posix } from 'node:path';
import { exists, type Law, type Source } from './sources.ts';

const RELEASE_HEADING = /^## \[?\d+\.\d+\.\d+\]?/m;
/** Folders of the repository: a word that begins with one of them and ends like a file is a path. */
const PATH =
  /(?<![\w/.:-])(?:src|probes|test|docs|bench|scripts|examples|deploy|\.ci|\.github)\/[\w./-]*\.(?:c?ts|md|ya?ml|json|cjs|txt)(?![\w<*])/g;
/** Paths of files that somebody or a program will write, and of the folder where Kuma keeps its decisions. */
const EXAMPLE = /\/(?:x|a|b|NAME|my-\w+|name)\b|NNNN|\.\.\.|^docs\/madr\/|^bench\/results\.json$/;
/** A folder of somebody's computer, or the host of a package registry: of use to nobody else. */
const MACHINE = new RegExp(
  [
    '(?<![\\w.~-])/(?:work|root|home|Users|workspace)/',
    '(?:registry|packages?|repos?|proxy|mirror|index)\\.(?:npmjs|yarnpkg|golang|pypi)\\.',
    'artifactory|https?://[^/\\s]*nexus',
  ].join('|'),
  'i',
);

/** The version of package.json has its heading in the change log. */
export const changeLogIsThere: Law = (sources) => {
  const text = find(sources, 'CHANGELOG.md')?.text;
  const manifest = find(sources, 'package.json')?.text;
  const version = manifest === undefined ? '' : (JSON.parse(manifest) as { version: string }).version;
  if (text === undefined) return ['CHANGELOG.md is missing'];
  return RELEASE_HEADING.test(text) && text.includes(version) ? [] : [`CHANGELOG.md has no heading for ${version}`];
};

/** A path that a text names is there: the map is the land. */
export const pathsExist: Law = (sources) =>
  sources
    .filter(({ path }) => !path.startsWith('test/tidy') && path !== 'package-lock.json')
    .flatMap(({ path, text }) =>
      [...text.matchAll(PATH)]
        .map(([name]) => name)
        .filter((name) => !EXAMPLE.test(name) && !exists(name))
        .map((name) => `${path} names ${name}, which is not there`),
    );

/** A link between documents leads somewhere. */
export const linksLead: Law = (sources) =>
  sources
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map(([, to = '']) => posix.join(posix.dirname(path), to))
        .filter((to) => !exists(to))
        .map((to) => `${path} links to ${to}, which is not there`),
    );

/** Every `npm run` that a text speaks of is a script. */
export const scriptsExist: Law = (sources) => {
  const manifest = find(sources, 'package.json')?.text ?? '{}';
  const scripts = new Set(Object.keys((JSON.parse(manifest) as { scripts?: object }).scripts ?? {}));
  return sources
    .filter(({ path }) => /\.(md|yml)$|^\.ci\/run$/.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/npm run (?:--?[\w-]+ )*([\w:-]+)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !scripts.has(name))
        .map((name) => `${path} speaks of npm run ${name}, which is not there`),
    );
};

/** Nothing in the repository knows the computer it was written on. */
export const noMachine: Law = (sources) =>
  sources
    .filter(({ path }) => path !== 'test/tidy/documents.ts' && path !== 'test/tidy/laws.ts')
    .flatMap(({ path, text }) => {
      const found = MACHINE.exec(text)?.[0];
      return found === undefined ? [] : [`${path} names ${found}`];
    });

const find = (sources: readonly Source[], path: string): Source | undefined =>
  sources.find((source) => source.path === path);
