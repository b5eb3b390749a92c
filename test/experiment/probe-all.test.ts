import { expect, test } from 'vitest';
import { PROBES } from '../../probes/index.ts';
import { type Control, type Progress, probeAll } from '../../src/experiment/probe-all.ts';
import type { Peer } from '../../src/lab/peer.ts';
import { istio } from '../../src/lab/proxies.ts';
import { greeting, mute, smtp, ssh } from '../../src/lab/servers.ts';
import { type Network, simulate } from '../../src/lab/simulate.ts';
import type { Measurement } from '../../src/model/finding.ts';
import { DEFAULT_OPTIONS, type ProbeOptions } from '../../src/model/options.ts';
import type { Target } from '../../src/model/target.ts';

const held: Peer = istio(smtp, { mtls: 'permissive', declared: 'auto' });

function target(host: string, port = 25): Target {
  return { input: `${host}:${port}`, host, port, expectedProtocol: null };
}

async function probed(
  network: Network,
  targets: Iterable<Target>,
  options: Partial<ProbeOptions> = {},
  control?: Control,
): Promise<Measurement[]> {
  const world = simulate(network);
  const collect = async () => {
    const all: Measurement[] = [];
    for await (const measurement of probeAll(targets, { ...DEFAULT_OPTIONS, ...options }, world, PROBES, control))
      all.push(measurement);
    return all;
  };
  return world.run(collect());
}

const said = (measurements: readonly Measurement[]) =>
  measurements.map(({ endpoint, judgement }) => `${endpoint.host} ${endpoint.address} ${judgement.kind}`).sort();

test('every address of a name is probed, and a name without one is a finding', async () => {
  const network = { peers: { '10.0.0.1:25': smtp, '10.0.0.2:25': held }, names: { mail: ['10.0.0.1', '10.0.0.2'] } };
  expect(said(await probed(network, [target('mail'), target('nowhere')]))).toEqual([
    'mail 10.0.0.1 server-first',
    'mail 10.0.0.2 stalled',
    'nowhere null unresolved',
  ]);
});

test('only the first address where that is wanted', async () => {
  const network = { peers: { '10.0.0.1:25': smtp, '10.0.0.2:25': held }, names: { mail: ['10.0.0.1', '10.0.0.2'] } };
  expect(said(await probed(network, [target('mail')], { addresses: 'first' }))).toEqual(['mail 10.0.0.1 server-first']);
});

test('findings come as they settle: the prompt do not wait for the stalled', async () => {
  const network = { peers: { '10.0.0.1:25': held, '10.0.0.2:25': smtp } };
  const all = await probed(network, [target('10.0.0.1'), target('10.0.0.2')]);
  expect(all.map(({ judgement }) => judgement.kind)).toEqual(['server-first', 'stalled']);
});

test('samples that disagree make an address inconsistent', async () => {
  const network: Network = {
    peers: {
      '10.0.0.1:25': {
        kind: 'replicas',
        peers: [smtp, greeting('WELCOME\r\n'), { kind: 'server', close: 'fin', talk: { kind: 'mute' } }],
      },
    },
  };
  const [only] = await probed(network, [target('10.0.0.1')], { samples: 3 });
  expect(only?.judgement.kind).toBe('inconsistent');
});

test('no more endpoints at once than allowed, and all get their turn', async () => {
  const peers = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`10.0.0.1:${index + 1}`, mute]));
  const targets = Object.keys(peers).map((_, index) => target('10.0.0.1', index + 1));
  const all = await probed({ peers }, targets, { concurrency: 3, patienceMs: 1_500 });
  expect(all).toHaveLength(50);
  expect(mostAtOnce(all)).toBe(3);
});

test('no more connections to one address than allowed', async () => {
  const peers = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`10.0.0.1:${index + 1}`, mute]));
  const targets = Object.keys(peers).map((_, index) => target('10.0.0.1', index + 1));
  const all = await probed({ peers }, targets, { perHost: 8, patienceMs: 1_500 });
  expect(mostAtOnce(all)).toBe(4);
});

test('two names for one endpoint are not probed at the same time', async () => {
  const network = { peers: { '10.0.0.1:25': mute }, names: { a: ['10.0.0.1'], b: ['10.0.0.1'] } };
  expect(mostAtOnce(await probed(network, [target('a'), target('b')]))).toBe(1);
});

test('at most two connections to one endpoint are open at once', async () => {
  const [only] = await probed({ peers: { '10.0.0.1:25': mute } }, [target('10.0.0.1')]);
  const spans = (only?.transcripts ?? []).map(
    ({ startedAtMs, events }) => [startedAtMs, startedAtMs + (events.at(-1)?.atMs ?? 0)] as const,
  );
  expect(spans.length).toBeGreaterThan(2);
  for (const [start] of spans)
    expect(spans.filter(([from, to]) => from <= start && start < to - 0.001).length).toBeLessThanOrEqual(2);
});

test('an interrupted run ends at once, and keeps what is settled or proved', async () => {
  const abort = new AbortController();
  const network = { peers: { '10.0.0.1:25': held, '10.0.0.2:22': ssh, '10.0.0.3:25': mute } };
  let waiting: Progress['waitingFor'] = null;
  const onProgress = (progress: Progress) => {
    if (progress.waitingFor && !waiting) abort.abort();
    waiting = progress.waitingFor;
  };
  const targets = [target('10.0.0.1'), target('10.0.0.2', 22), target('10.0.0.3')];
  const all = await probed(network, targets, {}, { signal: abort.signal, onProgress });
  expect(said(all)).toEqual(['10.0.0.1 10.0.0.1 stalled', '10.0.0.2 10.0.0.2 server-first']);
  expect(waiting).toMatchObject({ host: '10.0.0.1' });
});

test('a list that fails to be read fails the run', async () => {
  function* broken(): Generator<Target> {
    yield target('10.0.0.1');
    throw new Error('line 2: what is this?');
  }
  await expect(probed({ peers: { '10.0.0.1:25': smtp } }, broken())).rejects.toThrow('line 2');
});

/** How many experiments overlapped, by the times of their connections. */
function mostAtOnce(all: readonly Measurement[]): number {
  const spans = all.map(({ transcripts }) => {
    const starts = transcripts.map(({ startedAtMs }) => startedAtMs);
    const ends = transcripts.map(({ startedAtMs, events }) => startedAtMs + (events.at(-1)?.atMs ?? 0));
    return [Math.min(...starts), Math.max(...ends)] as const;
  });
  return Math.max(...spans.map(([start]) => spans.filter(([from, to]) => from <= start && start < to).length));
}

test('somebody has the last word on each, and none waits for another', async () => {
  const network = { peers: { '10.0.0.1:25': smtp, '10.0.0.2:25': smtp } };
  const waiting: (() => void)[] = [];
  const settle = async (measurement: Measurement): Promise<Measurement> => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 2) for (const go of waiting) go();
    });
    return { ...measurement, judgement: { kind: 'mute', confidence: 'likely', silentMs: 1 } };
  };
  const measured = await probed(network, [target('10.0.0.1'), target('10.0.0.2')], {}, { settle });
  expect(measured.map(({ judgement }) => judgement.kind)).toEqual(['mute', 'mute']);
});
