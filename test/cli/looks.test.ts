import { describe, expect, it } from 'vitest';
import { looksFor } from '../../src/cli/looks.ts';

const WISHES = { color: 'auto', quiet: false, verbose: false, output: null } as const;
const TERMINAL = {
  environment: { LANG: 'de_DE.UTF-8', TERM: 'xterm' },
  platform: 'linux',
  isTerminal: true,
  columns: 132,
};
const PIPE = { ...TERMINAL, isTerminal: false, columns: undefined };

const withEnvironment = (environment: Record<string, string>, base = TERMINAL) => ({
  ...base,
  environment: { ...base.environment, ...environment },
});

describe('color', () => {
  it.each([
    ['on a terminal', TERMINAL, {}, true],
    ['in a pipe', PIPE, {}, false],
    ['into a file', TERMINAL, { output: 'x' }, false],
    ['on a dumb terminal', withEnvironment({ TERM: 'dumb' }), {}, false],
    ['with NO_COLOR', withEnvironment({ NO_COLOR: '1' }), {}, false],
    ['with an empty NO_COLOR', withEnvironment({ NO_COLOR: '' }), {}, true],
    ['with FORCE_COLOR, in a pipe', withEnvironment({ FORCE_COLOR: '1' }, PIPE as never), {}, true],
    ['with FORCE_COLOR=0', withEnvironment({ FORCE_COLOR: '0' }), {}, false],
    ['always', withEnvironment({ NO_COLOR: '1' }, PIPE as never), { color: 'always' }, true],
    ['never', withEnvironment({ FORCE_COLOR: '1' }), { color: 'never' }, false],
  ] as const)('%s', (_, surroundings, wishes, color) => {
    expect(looksFor(surroundings, { ...WISHES, ...wishes }).color).toBe(color);
  });
});

describe('unicode', () => {
  it.each([
    [{ LANG: 'C.UTF-8' }, 'linux', true],
    [{ LANG: 'en_US.utf8' }, 'linux', true],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'C' }, 'linux', false],
    [{ LANG: 'C', LC_CTYPE: 'C.UTF-8' }, 'linux', true],
    [{ LANG: 'de_DE.ISO-8859-1' }, 'linux', false],
    [{}, 'linux', false],
    [{}, 'win32', true],
  ])('%j on %s', (environment, platform, unicode) => {
    expect(looksFor({ ...TERMINAL, environment, platform }, WISHES).unicode).toBe(unicode);
  });
});

describe('width', () => {
  it.each([
    [TERMINAL, 132],
    [{ ...TERMINAL, columns: 0 }, 80],
    [PIPE, null],
  ])('%#', (surroundings, width) => {
    expect(looksFor(surroundings, WISHES).width).toBe(width);
  });
});

it.each([
  [{}, 'usual'],
  [{ quiet: true }, 'problems'],
  [{ verbose: true }, 'all'],
  [{ quiet: true, verbose: true }, 'all'],
])('%j shows %s', (wishes, detail) => {
  expect(looksFor(PIPE, { ...WISHES, ...wishes }).detail).toBe(detail);
});
