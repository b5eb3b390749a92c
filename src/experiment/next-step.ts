import type { Reached } from '../decide/outcome.ts';
import { isUncertain } from '../decide/promptness.ts';
import { settledAlone } from '../decide/settled-alone.ts';
import { compare } from './compare.ts';
import { explore } from './explore.ts';
import { connect, type Next, type Standing, whenHeard } from './next.ts';
import type { Plan } from './plan.ts';

/** How often a connection that is not accepted yet is looked at. */
const ACCEPT_LOOK_MS = 100;

/** Chooses the next connection by what was heard so far. It never speaks to the prompt or the unreachable. */
export function nextStep(standing: Standing, plan: Plan): Next {
  const { listened, again } = standing.evidence;
  const { outcome } = listened;
  const { nudgeAfterMs, patienceMs } = plan.options;
  if (outcome.kind === 'pending') {
    return { kind: 'listen-on', untilMs: Math.max(nudgeAfterMs, standing.elapsedMs + ACCEPT_LOOK_MS) };
  }
  if (outcome.kind === 'spoke' && isUncertain(outcome) && again.length === 0) {
    return standing.isListening ? whenHeard(standing) : connect({ kind: 'listen', waitMs: patienceMs });
  }
  if (settledAlone(listened) || !plan.options.nudge) return whenHeard(standing);
  if (outcome.kind === 'spoke') return compare(outcome, standing, plan);
  const isEarly = standing.isListening && standing.elapsedMs < nudgeAfterMs;
  return isEarly
    ? { kind: 'listen-on', untilMs: nudgeAfterMs }
    : explore(outcome as Exclude<Reached, { kind: 'spoke' }>, standing, plan);
}
