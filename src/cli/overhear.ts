import { gather } from '../decide/evidence.ts';
import { outcomeOf } from '../decide/outcome.ts';
import type { Plan } from '../experiment/plan.ts';
import { begin, type Dialable } from '../experiment/probe-endpoint.ts';
import { firstNudge } from '../experiment/steps.ts';
import type { Probe } from '../model/probe.ts';
import type { Step, Transcript } from '../model/transcript.ts';
import type { World } from '../net/world.ts';

/**
 * Hears what an endpoint says, one connection after the other: to silence, to the quiet nudge where silence brought nothing, and to
 * a protocol's own opening where one was named. Nobody is in a hurry here, so each is given the whole patience.
 */
export async function overhear(
  endpoint: Dialable,
  plan: Plan,
  asked: Probe | null,
  world: World,
  signal: AbortSignal,
): Promise<readonly Transcript[]> {
  const { patienceMs, nudge } = plan.options;
  const transcripts: Transcript[] = [];
  const take = async (step: Step) => transcripts.push(await talkOnce(endpoint, plan, step, world, signal));
  await take({ kind: 'listen', waitMs: patienceMs });
  const evidence = gather(transcripts, plan.read);
  const { outcome } = evidence.listened;
  if (!nudge || !('openedMs' in outcome)) return transcripts;
  if (outcome.kind !== 'spoke' && !signal.aborted) await take({ ...firstNudge(evidence), waitMs: patienceMs } as Step);
  if (asked?.opening !== undefined && !signal.aborted)
    await take({ kind: 'ask', protocol: asked.name, afterMs: 0, waitMs: patienceMs });
  return transcripts;
}

/** Whether a byte came on this connection. */
export function wasHeard(transcript: Transcript): boolean {
  return outcomeOf(transcript).kind === 'spoke';
}

async function talkOnce(
  endpoint: Dialable,
  plan: Plan,
  step: Step,
  world: World,
  signal: AbortSignal,
): Promise<Transcript> {
  const conversation = begin(world, endpoint, plan, step, () => {});
  const stop = () => conversation.stop();
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  return conversation.finished.finally(() => signal.removeEventListener('abort', stop));
}
