import type { ChangeKind } from '../model/comparison.ts';
import type { VerdictKind } from '../model/verdict.ts';

/** What became of an endpoint that both reports have, by its two verdicts. */
export function changeOf(before: VerdictKind, after: VerdictKind): ChangeKind {
  const change = TABLE[STATE[before]][STATE[after]];
  if (before === after || (change !== 'persists' && change !== 'unchanged')) return change;
  return 'changed';
}

/** How much of a server its clients get: all, late, held until a timeout, nothing, nothing but a deadlock, or no way in. */
type State = 'fine' | 'late' | 'held' | 'mute' | 'stalled' | 'down';

const STATE: { readonly [K in VerdictKind]: State } = {
  'server-first': 'fine',
  healthy: 'fine',
  slow: 'late',
  delayed: 'held',
  mute: 'mute',
  stalled: 'stalled',
  'mtls-required': 'down',
  misdeclared: 'down',
  intercepted: 'down',
  closed: 'down',
  inconsistent: 'down',
  refused: 'down',
  unreachable: 'down',
  'connect-timeout': 'down',
  unresolved: 'down',
};

type Row = { readonly [S in State]: ChangeKind };

/** Row: before. Column: after. A new deadlock is worse than any other failure; one that gives way to another failure frees nobody. */
const TABLE: { readonly [S in State]: Row } = {
  fine: { fine: 'unchanged', late: 'worse', held: 'worse', mute: 'worse', stalled: 'worse', down: 'worse' },
  late: { fine: 'improved', late: 'persists', held: 'worse', mute: 'worse', stalled: 'worse', down: 'worse' },
  held: { fine: 'freed', late: 'improved', held: 'persists', mute: 'worse', stalled: 'worse', down: 'worse' },
  mute: { fine: 'improved', late: 'improved', held: 'worse', mute: 'persists', stalled: 'worse', down: 'worse' },
  stalled: { fine: 'freed', late: 'improved', held: 'improved', mute: 'changed', stalled: 'persists', down: 'changed' },
  down: { fine: 'freed', late: 'improved', held: 'changed', mute: 'changed', stalled: 'worse', down: 'persists' },
};
