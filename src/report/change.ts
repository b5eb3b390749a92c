import type { Change, ComparedFinding, Difference } from '../model/comparison.ts';
import { placeOf } from './endpoint.ts';
import { terminal } from './escape.ts';
import type { Style } from './style.ts';
import { hang } from './wrap.ts';

/** One endpoint of a comparison: where, from what to what, what else differs, and what is wrong with it where that is news. */
export function passage(change: Change, style: Style): readonly string[] {
  const { kind, before, after } = change;
  const { paint, marks, width } = style;
  const severity = (after ?? before)?.verdict.severity ?? 'ok';
  const facts = [
    placeOf(change),
    turn(change),
    ...change.differs.map((name) => `${name} ${from(name, before, after)}`),
  ];
  const [first = '', ...rest] = hang(`  ${marks[severity]} `, facts.map(terminal).join(` ${marks.dot} `), width);
  const head = [
    `  ${paint[severity](first.slice(2, 2 + marks[severity].length))}${first.slice(2 + marks[severity].length)}`,
  ];
  const isNews = after !== null && severity !== 'ok' && (kind === 'worse' || kind === 'new' || kind === 'changed');
  const why = isNews ? hang('      ', terminal(after.verdict.sentence), width).map(paint.dim) : [];
  return [...head, ...rest, ...why];
}

/** `stalled -> server-first`; one word where nothing turned. */
function turn({ before, after }: Change): string {
  if (before === null || after === null) return (after ?? before)?.verdict.kind ?? '';
  if (before.verdict.kind === after.verdict.kind) return after.verdict.kind;
  return `${before.verdict.kind} -> ${after.verdict.kind}`;
}

function from(name: Difference, before: ComparedFinding | null, after: ComparedFinding | null): string {
  return [before, after].map((side) => (side === null ? '' : FACTS[name](side))).join(' -> ');
}

const FACTS: { readonly [D in Difference]: (side: ComparedFinding) => string } = {
  address: ({ address }) => address ?? '',
  protocol: ({ protocol }) => protocol?.name ?? '',
  version: ({ protocol }) => protocol?.version ?? '',
  cause: ({ cause }) => cause?.kind ?? '',
  posture: ({ cause }) => cause?.posture ?? '',
  declared: ({ cause }) => cause?.declared ?? '',
  identity: ({ cause }) => cause?.identity ?? '',
};
