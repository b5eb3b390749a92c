import { gather } from '../decide/evidence.ts';
import { measure } from '../decide/measure.ts';
import type { Measurement } from '../model/finding.ts';
import type { Endpoint } from '../model/target.ts';
import type { Step, Transcript } from '../model/transcript.ts';
import type { Dial, World } from '../net/world.ts';
import type { Conversation } from './conversation.ts';
import { converse } from './converse.ts';
import { nextStep } from './next-step.ts';
import type { Opener } from './pace.ts';
import type { Plan } from './plan.ts';
import { scriptFor } from './script.ts';

/** An endpoint with the address to dial. */
export type Dialable = Endpoint & { readonly address: string };

/** Who is interested: `signal` ends it early, `onHeld` hears that a greeting was freed while silence goes on. */
export interface Attention {
  readonly signal: AbortSignal | undefined;
  readonly onHeld: () => void;
}

/** Runs the experiment on one endpoint: never more than the silent connection and one other at a time. */
export async function probeEndpoint(
  endpoint: Dialable,
  plan: Plan,
  world: World,
  open: Opener,
  { signal, onHeld }: Attention,
): Promise<Measurement> {
  const start = (step: Step) => open((onAccepted) => begin(world, endpoint, plan, step, onAccepted));
  const listening = await start({ kind: 'listen', waitMs: plan.options.patienceMs });
  const legs: Transcript[] = [];
  while (!signal?.aborted) {
    const next = nextStep(standing(listening, legs, plan, world), plan);
    if (next.kind === 'done') break;
    if (next.kind === 'listen-on') {
      if (legs.length > 0) onHeld();
      await listening.heard(next.untilMs ?? Number.POSITIVE_INFINITY);
    } else {
      legs.push(...(await Promise.all(next.steps.map(async (step) => (await start(step)).finished))));
    }
  }
  listening.stop();
  return measure(endpoint, [await listening.finished, ...legs], plan.read, plan.expected);
}

/** Makes one connection of the experiment. */
export function begin(
  world: World,
  { host, address, port }: Dialable,
  plan: Plan,
  step: Step,
  onAccepted: () => void,
): Conversation {
  const { connectTimeoutMs } = plan.options;
  return converse(world, {
    dial: { address, port, ...tlsFor(step, host) },
    step,
    script: scriptFor(step, plan.read, plan.openingOf),
    connectTimeoutMs,
    onAccepted,
  });
}

/** A server may have a certificate for each of its names; a sidecar is asked without one, as its own clients name the service. */
function tlsFor(step: Step, host: string): Pick<Dial, 'tls'> {
  if (step.kind === 'identify') return { tls: { offer: step.offer } };
  if (step.kind !== 'inside') return {};
  const isName = /^[\w.-]{1,253}$/.test(host) && !/^[\d.]+$/.test(host);
  return { tls: { offer: step.offer, ...(isName && { serverName: host.replace(/\.$/, '') }) } };
}

function standing(listening: Conversation, legs: readonly Transcript[], plan: Plan, world: World) {
  return {
    evidence: gather([listening.transcript(), ...legs], plan.read),
    isListening: listening.isOpen(),
    elapsedMs: world.now() - listening.transcript().startedAtMs,
  };
}
