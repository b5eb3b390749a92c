import { expect, it } from 'vitest';
import { closest } from '../../src/targets/closest.ts';

const WORDS = ['patience', 'samples', 'mysql', 'smtp', 'ssh', 'pop3'];

it.each([
  ['patiense', 'patience'],
  ['pateince', 'patience'],
  ['PATIENCE', 'patience'],
  ['mysq', 'mysql'],
  ['msyql', 'mysql'],
  ['stmp', 'smtp'],
  ['sample', 'samples'],
  ['zzz', null],
  ['', null],
  ['mongodb', null],
  ['x'.repeat(100_000), null],
])('%s → %s', (word, meant) => {
  expect(closest(word, WORDS)).toBe(meant);
});
