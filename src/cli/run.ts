import { PROBES } from '../../probes/index.ts';
import { type Progress, probeAll } from '../experiment/probe-all.ts';
import { findingFor } from '../explain/finding.ts';
import type { NamedService } from '../explain/fix/facts.ts';
import type { Finding } from '../model/finding.ts';
import type { ProbeOptions } from '../model/options.ts';
import type { Probe } from '../model/probe.ts';
import type { Report } from '../model/report.ts';
import type { Target } from '../model/target.ts';
import { nodeWorld } from '../net/node.ts';
import { type Outline, outlineOf, summarise } from '../report/summary.ts';
import { targetKey } from '../targets/unique.ts';
import { TOOL, vantage } from './origin.ts';
import { type Eyes, ownSidecar } from './own-sidecar.ts';

/** Who wants to know what while a run goes on. */
export interface Watch {
  readonly signal?: AbortSignal;
  readonly onFinding?: (finding: Finding) => void;
  readonly onProgress?: (progress: Progress) => void;
  /** What of a finding goes into the report: all of it unless told otherwise, null for nothing. */
  readonly keep?: (finding: Finding) => Finding | null;
  /** How the proxy beside us is found, where a finding may be its doing: by its pages on loopback unless told otherwise. */
  readonly eyes?: Eyes;
  /** The Service behind the targets, where the user named it: the manifests are filled in with it. */
  readonly service?: NamedService | null;
  /** The protocols that are known: the built-in ones unless told otherwise. */
  readonly catalogue?: readonly Probe[];
}

/** Probes the targets from here, each once, and reports. The report has them in the order they were asked for. */
export async function run(
  targets: Iterable<Target> | AsyncIterable<Target>,
  options: ProbeOptions,
  watch: Watch = {},
  world = nodeWorld(),
): Promise<Report> {
  const { onFinding, keep = (finding) => finding, catalogue = PROBES } = watch;
  const startedAt = new Date();
  const startedMs = world.now();
  const order = new Map<string, number>();
  const findings: Finding[] = [];
  const outlines: Outline[] = [];
  const own = ownSidecar(options.identify, watch.eyes);
  const wanted = unseen(targets, order, watch.signal);
  const measured = probeAll(wanted, options, world, catalogue, { ...watch, settle: own.blame });
  try {
    for await (const measurement of measured) {
      const finding = findingFor(measurement, options.scenario, watch.service);
      outlines.push(outlineOf(finding));
      onFinding?.(finding);
      const kept = keep(finding);
      if (kept) findings.push(kept);
    }
  } finally {
    world.close();
  }
  return {
    schemaVersion: 1,
    tool: TOOL,
    startedAt: startedAt.toISOString(),
    durationMs: Math.round(world.now() - startedMs),
    options,
    vantage: vantage(own.found()),
    summary: summarise(outlines),
    findings: inOrder(findings, order),
  };
}

function inOrder(findings: readonly Finding[], order: ReadonlyMap<string, number>): Finding[] {
  const placed = findings.map((finding) => ({ finding, place: order.get(targetKey(finding.target)) ?? 0 }));
  placed.sort((a, b) => a.place - b.place || byAddress(a.finding, b.finding));
  return placed.map(({ finding }) => finding);
}

/** Leaves out what was asked before, remembers the order, and ends when the run is interrupted, even if a pipe is still open. */
async function* unseen(
  targets: Iterable<Target> | AsyncIterable<Target>,
  order: Map<string, number>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Target> {
  const iterator = Symbol.asyncIterator in targets ? targets[Symbol.asyncIterator]() : targets[Symbol.iterator]();
  for (;;) {
    const next = await nextUnlessAborted(iterator, signal);
    if (next === null) return;
    const key = targetKey(next);
    if (order.has(key)) continue;
    order.set(key, order.size);
    yield next;
  }
}

/** A pipe may have nothing to say for hours. */
function nextUnlessAborted(
  iterator: Iterator<Target> | AsyncIterator<Target>,
  signal?: AbortSignal,
): Promise<Target | null> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return resolve(null);
    const leave = () => resolve(null);
    signal?.addEventListener('abort', leave, { once: true });
    Promise.resolve(iterator.next())
      .then(({ done, value }) => resolve(done ? null : value), reject)
      .finally(() => signal?.removeEventListener('abort', leave));
  });
}

function byAddress(a: Finding, b: Finding): number {
  return (a.target.address ?? '').localeCompare(b.target.address ?? '', 'en', { numeric: true });
}
