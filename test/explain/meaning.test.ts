import { expect, it } from 'vitest';
import { MEANING } from '../../src/explain/meaning.ts';
import { SEVERITY, type VerdictKind } from '../../src/model/verdict.ts';

const KINDS = Object.keys(SEVERITY) as VerdictKind[];

it.each(KINDS)('%s has a next step, unless all is well', (kind) => {
  expect(MEANING[kind].next === null).toBe(SEVERITY[kind] === 'ok');
});

it.each(KINDS)('%s is told in printable ASCII', (kind) => {
  const { title, meaning, next } = MEANING[kind];
  expect(`${title}${meaning}${next}`).toMatch(/^[\x20-\x7e]+$/);
});
