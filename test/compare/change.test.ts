import { describe, expect, it } from 'vitest';
import { changeOf } from '../../src/compare/change.ts';
import type { ChangeKind } from '../../src/model/comparison.ts';
import { SEVERITY, type VerdictKind } from '../../src/model/verdict.ts';

const KINDS = Object.keys(SEVERITY) as VerdictKind[];
const RANK = { ok: 0, warn: 1, fail: 2 };

describe('changeOf', () => {
  it.each<[VerdictKind, VerdictKind, ChangeKind]>([
    ['stalled', 'server-first', 'freed'],
    ['delayed', 'healthy', 'freed'],
    ['refused', 'healthy', 'freed'],
    ['stalled', 'delayed', 'improved'],
    ['stalled', 'slow', 'improved'],
    ['slow', 'server-first', 'improved'],
    ['mute', 'healthy', 'improved'],
    ['server-first', 'stalled', 'worse'],
    ['delayed', 'stalled', 'worse'],
    ['delayed', 'refused', 'worse'],
    ['refused', 'stalled', 'worse'],
    ['mtls-required', 'stalled', 'worse'],
    ['healthy', 'slow', 'worse'],
    ['slow', 'mute', 'worse'],
    ['stalled', 'refused', 'changed'],
    ['stalled', 'mute', 'changed'],
    ['refused', 'unresolved', 'changed'],
    ['refused', 'delayed', 'changed'],
    ['server-first', 'healthy', 'changed'],
  ])('%s -> %s is %s', (before, after, kind) => {
    expect(changeOf(before, after)).toBe(kind);
  });

  it.each(KINDS)('%s -> %s is no change', (kind) => {
    expect(changeOf(kind, kind)).toBe(SEVERITY[kind] === 'ok' ? 'unchanged' : 'persists');
  });
});

describe('of any two verdicts', () => {
  const pairs = KINDS.flatMap((before) => KINDS.map((after) => [before, after] as const));

  it('a graver one is worse', () => {
    const graver = pairs.filter(([before, after]) => RANK[SEVERITY[after]] > RANK[SEVERITY[before]]);
    expect(graver.filter(([before, after]) => changeOf(before, after) !== 'worse')).toEqual([]);
  });

  it('one that is all right is never called wrong, nor the other way round', () => {
    for (const [before, after] of pairs) {
      const kind = changeOf(before, after);
      if (SEVERITY[after] === 'ok') expect(kind).not.toMatch(/worse|persists/);
      else expect(kind).not.toMatch(/freed|unchanged/);
    }
  });

  it('there and back is not better both ways', () => {
    for (const [before, after] of pairs) {
      const better = [changeOf(before, after), changeOf(after, before)].filter((kind) => /freed|improved/.test(kind));
      expect(better.length).toBeLessThan(2);
    }
  });
});
