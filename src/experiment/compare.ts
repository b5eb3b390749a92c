import type { Evidence } from '../decide/evidence.ts';
import { compareLate } from '../decide/lateness.ts';
import type { Spoke } from '../decide/outcome.ts';
import type { Probe } from '../model/probe.ts';
import { connect, identify, type Next, type Standing, whenHeard } from './next.ts';
import type { Plan } from './plan.ts';
import { isLookedAtTwice, wordsFor } from './steps.ts';

/** What takes less may be load, and is compared twice. */
const HICCUP_MAX_MS = 1_000;

/** What a second look is allowed beyond what the first one took. */
export const MARGIN_MS = 1_000;

/**
 * The greeting came late: is it so with a nudge too, and is it so again? Silence and nudge are tried at the same moment, so that
 * load, here or there, makes both late.
 */
export function compare(late: Spoke, standing: Standing, plan: Plan): Next {
  const { evidence } = standing;
  const silentMs = late.firstByteMs - late.openedMs;
  const pairsWanted = silentMs < HICCUP_MAX_MS ? 2 : 1;
  const isFreed = isLookedAtTwice(evidence);
  const isCompared = isFreed || evidence.again.length > 0;
  const isHeld = !isCompared || compareLate(late, evidence).kind === 'held';
  if (isHeld && !isFreed && evidence.again.length < pairsWanted) {
    const waitMs = Math.ceil(silentMs) + MARGIN_MS;
    return connect({ kind: 'listen', waitMs }, wordsFor(greeterIn(evidence), 0, waitMs));
  }
  return isHeld ? identify(standing, plan) : whenHeard(standing);
}

function greeterIn({ listened }: Evidence): Probe | null {
  return listened.reply?.kind === 'greeting' ? listened.reply.probe : null;
}
