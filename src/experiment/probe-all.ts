import { agree } from '../decide/agree.ts';
import type { Measurement } from '../model/finding.ts';
import type { ProbeOptions } from '../model/options.ts';
import type { Probe } from '../model/probe.ts';
import type { Endpoint, Target } from '../model/target.ts';
import type { World } from '../net/world.ts';
import { channel } from './channel.ts';
import type { Conversation } from './conversation.ts';
import { type Lanes, lanesFor } from './lanes.ts';
import { type Opener, pacer } from './pace.ts';
import { type Plan, planner } from './plan.ts';
import { type Dialable, probeEndpoint } from './probe-endpoint.ts';

/** How far a run has come. `waitingFor` is an endpoint where a greeting was freed and silence is still kept up. */
export interface Progress {
  readonly started: number;
  readonly settled: number;
  readonly waitingFor: Endpoint | null;
}

export interface Control {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Has the last word on a measurement, while its endpoint still has its place in the run. */
  readonly settle?: (measurement: Measurement) => Promise<Measurement>;
}

/** Targets that wait for each one under way: a list of any length needs no more memory, and a busy address holds up nobody but itself. */
const READ_AHEAD = 4;

interface Run {
  readonly options: ProbeOptions;
  readonly world: World;
  readonly planFor: (endpoint: Endpoint) => Plan;
  readonly signal: AbortSignal | undefined;
  readonly open: Opener;
  readonly lanes: Lanes;
  readonly settle: Control['settle'];
  readonly report: (change: Partial<Progress> & { startedMore?: number; settledMore?: number }) => void;
}

/** Probes many targets, each at every address it has, and yields what was measured as it settles. */
export async function* probeAll(
  targets: Iterable<Target> | AsyncIterable<Target>,
  options: ProbeOptions,
  world: World,
  catalogue: readonly Probe[],
  { signal, onProgress, settle }: Control = {},
): AsyncGenerator<Measurement> {
  const report = counter(onProgress);
  const open = untilAborted(pacer(world, options.rate), signal);
  const run: Run = {
    options,
    world,
    signal,
    report,
    open,
    lanes: lanesFor(options),
    settle,
    planFor: planner(options, catalogue),
  };
  const measured = channel<Measurement>();
  feed(targets, run, measured.put).then(measured.close, measured.fail);
  yield* measured.items();
}

/** Starts every target, reading the list no faster than it is worked off. */
async function feed(
  targets: Iterable<Target> | AsyncIterable<Target>,
  run: Run,
  put: (measurement: Measurement) => void,
): Promise<void> {
  let pending = 0;
  let failure: { error: unknown } | null = null;
  let wake = (): void => {};
  const below = async (count: number) => {
    while (pending >= count && !failure) await new Promise<void>((resolve) => (wake = resolve));
    if (failure) throw failure.error;
  };
  for await (const target of targets) {
    if (run.signal?.aborted) break;
    await below(READ_AHEAD * run.options.concurrency);
    pending += 1;
    probeTarget(target, run, put)
      .catch((error: unknown) => (failure ??= { error }))
      .finally(() => {
        pending -= 1;
        wake();
      });
  }
  await below(1);
}

/** One target: all its addresses, or the news that it has none. */
async function probeTarget(target: Target, run: Run, put: (measurement: Measurement) => void): Promise<void> {
  run.report({ startedMore: 1 });
  const resolution = await run.world.resolve(target.host);
  if (run.signal?.aborted) return;
  if (resolution.kind === 'unresolved') {
    put(unresolved(target, resolution.code));
  } else {
    const addresses = run.options.addresses === 'first' ? resolution.addresses.slice(0, 1) : resolution.addresses;
    await Promise.all(addresses.map((address) => probeAddress({ ...target, address }, run, put)));
  }
  run.report({ settledMore: 1 });
}

async function probeAddress(endpoint: Dialable, run: Run, put: (measurement: Measurement) => void): Promise<void> {
  await run.lanes(endpoint, async () => {
    if (run.signal?.aborted) return;
    const plan = run.planFor(endpoint);
    const measurement = agree(await takeSamples(endpoint, plan, run));
    if (run.signal?.aborted) {
      if (isProved(measurement)) put(measurement);
    } else put(run.settle ? await run.settle(measurement) : measurement);
  });
}

/** What an interrupted experiment has shown already: patience only adds to a greeting that was freed. */
function isProved({ judgement }: Measurement): boolean {
  return judgement.kind === 'stalled';
}

/** Ends every open connection when the run is interrupted. */
function untilAborted(open: Opener, signal: AbortSignal | undefined): Opener {
  if (!signal) return open;
  const live = new Set<Conversation>();
  signal.addEventListener('abort', () => {
    for (const conversation of live) conversation.stop();
  });
  return async (begin) => {
    const conversation = await open(begin);
    live.add(conversation);
    const forget = () => live.delete(conversation);
    conversation.finished.then(forget, forget);
    if (signal.aborted) conversation.stop();
    return conversation;
  };
}

async function takeSamples(endpoint: Dialable, plan: Plan, run: Run): Promise<Measurement[]> {
  const samples: Measurement[] = [];
  const control = { signal: run.signal, onHeld: () => run.report({ waitingFor: endpoint }) };
  do {
    samples.push(await probeEndpoint(endpoint, plan, run.world, run.open, control));
  } while (samples.length < run.options.samples && !run.signal?.aborted);
  return samples;
}

function unresolved(target: Target, code: string): Measurement {
  return {
    endpoint: { ...target, address: null },
    judgement: { kind: 'unresolved', confidence: 'certain', code },
    protocol: null,
    tls: null,
    timing: { connectMs: null, firstByteSilentMs: null, firstByteNudgedMs: null, detectionTimeoutMs: null },
    cause: null,
    transcripts: [],
  };
}

/** Keeps the count of a run and tells it to whoever shows it. */
function counter(onProgress: Control['onProgress']): Run['report'] {
  let progress: Progress = { started: 0, settled: 0, waitingFor: null };
  return ({ startedMore = 0, settledMore = 0, waitingFor = progress.waitingFor }) => {
    progress = { started: progress.started + startedMore, settled: progress.settled + settledMore, waitingFor };
    onProgress?.(progress);
  };
}
