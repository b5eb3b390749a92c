import { expect, test } from 'vitest';
import { PROBES } from '../../probes/index.ts';
import { planner } from '../../src/experiment/plan.ts';
import { probeEndpoint } from '../../src/experiment/probe-endpoint.ts';
import type { Peer } from '../../src/lab/peer.ts';
import { istio } from '../../src/lab/proxies.ts';
import { closing, redis, slow, smtp } from '../../src/lab/servers.ts';
import { simulate } from '../../src/lab/simulate.ts';
import { DEFAULT_OPTIONS } from '../../src/model/options.ts';

const ENDPOINT = { input: 'it', host: 'it', address: '10.0.0.7', port: 31_337, expectedProtocol: null };
const HELD = istio(smtp, { mtls: 'permissive', declared: 'auto' });

async function probed(peer: Peer, options: Partial<typeof DEFAULT_OPTIONS> = {}, signal?: AbortSignal) {
  const world = simulate({ peers: { '10.0.0.7:31337': peer } });
  const plan = planner({ ...DEFAULT_OPTIONS, ...options }, PROBES)(ENDPOINT);
  let heldAtMs: number | null = null;
  const onHeld = () => {
    heldAtMs ??= world.now();
  };
  const measurement = await world.run(
    probeEndpoint(ENDPOINT, plan, world, async (open) => open(() => {}), { signal, onHeld }),
  );
  const steps = measurement.transcripts.map(({ step }) => step.kind);
  return { ...measurement, steps, heldAtMs, endedMs: world.now() };
}

test.each<[string, Peer, Partial<typeof DEFAULT_OPTIONS>, string, string[]]>([
  ['a greeting needs one connection', smtp, {}, 'server-first', ['listen']],
  ['nobody there needs one, too', { kind: 'refused' }, {}, 'refused', ['listen']],
  ['an answer to the nudge needs two', redis, {}, 'healthy', ['listen', 'nudge']],
  ['a stall is looked at twice, and the mesh is asked', HELD, {}, 'stalled', ['listen', 'nudge', 'nudge', 'identify']],
  ['only listens where nothing may be sent', HELD, { nudge: false }, 'mute', ['listen']],
  ['a close is compared with a nudge', closing, { identify: false }, 'closed', ['listen', 'nudge']],
  ['a late greeting is compared in pairs', slow(smtp, 600), { identify: false }, 'slow', ['listen', 'listen', 'nudge']],
])('%s', async (_name, peer, options, kind, steps) => {
  const measured = await probed(peer, options);
  expect(measured.judgement.kind).toBe(kind);
  expect(measured.steps.slice(0, steps.length)).toEqual(steps);
  if (steps.length === 1) expect(measured.steps).toEqual(steps);
});

test('the identifying connection speaks TLS', async () => {
  expect((await probed(HELD)).cause).toMatchObject({ kind: 'istio-sidecar', posture: 'permissive' });
});

test('tells early that a greeting was freed, and keeps silent to the end of the patience', async () => {
  const { heldAtMs, endedMs } = await probed(HELD);
  expect(heldAtMs).toBeLessThan(2_500);
  expect(endedMs).toBeGreaterThanOrEqual(6_000);
});

test('tells nothing of that where nothing is held', async () => {
  expect((await probed(smtp)).heldAtMs).toBeNull();
});

test('an interrupted one makes no more connections, and waits for nothing', async () => {
  const { steps, endedMs } = await probed(HELD, {}, AbortSignal.abort());
  expect(steps).toEqual(['listen']);
  expect(endedMs).toBeLessThan(1);
});
