import { expect, it } from 'vitest';
import { groupProblems } from '../../src/report/groups.ts';
import { finding, JUDGEMENTS } from './samples.ts';

const FINDINGS = [
  finding('mute', 'a'),
  finding('refused', 'b'),
  finding('stalled', 'c'),
  finding('refused', 'd'),
  finding('delayed', 'e'),
  finding('stalled', 'f'),
];

const shown = (groups: ReturnType<typeof groupProblems>) =>
  groups.map(({ first, others }) => [first, ...others].map(({ target }) => target.host).join(''));

it('puts like with like, deadlocks first and warnings last', () => {
  expect(shown(groupProblems(FINDINGS, false))).toEqual(['cf', 'e', 'bd', 'a']);
});

it('keeps them apart where each is to be seen', () => {
  expect(shown(groupProblems(FINDINGS, true))).toEqual(['c', 'f', 'e', 'b', 'd', 'a']);
});

it('does not put together what is not alike', () => {
  const judgement = { ...JUDGEMENTS.refused, by: 'server', said: '421' } as const;
  const turnedAway = { ...finding('refused', 'b'), verdict: { ...finding('refused').verdict, ...judgement } };
  const otherCause = finding('stalled', 'x', { cause: null });
  expect(
    shown(groupProblems([finding('refused', 'a'), turnedAway, finding('stalled', 'c'), otherCause], false)),
  ).toEqual(['c', 'x', 'a', 'b']);
});
