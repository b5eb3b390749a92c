import { expect, it } from 'vitest';
import { PROBES } from '../../probes/index.ts';
import { overhear, wasHeard } from '../../src/cli/overhear.ts';
import { planner } from '../../src/experiment/plan.ts';
import type { Peer } from '../../src/lab/peer.ts';
import { closing, greeting, redis, smtp } from '../../src/lab/servers.ts';
import { simulate } from '../../src/lab/simulate.ts';
import { DEFAULT_OPTIONS, type ProbeOptions } from '../../src/model/options.ts';
import type { Probe } from '../../src/model/probe.ts';

const ENDPOINT = { input: 'it', host: 'it', address: '10.0.0.7', port: 31_337, expectedProtocol: null };
const named = (name: string) => PROBES.find((probe) => probe.name === name) ?? null;
const MUTE: Peer = { kind: 'server', talk: { kind: 'mute' } };

async function overheard(peer: Peer, asked: Probe | null, options: Partial<ProbeOptions> = {}, stopMs?: number) {
  const world = simulate({ peers: { '10.0.0.7:31337': peer } });
  const plan = planner({ ...DEFAULT_OPTIONS, ...options }, PROBES)(ENDPOINT);
  const controller = new AbortController();
  if (stopMs !== undefined) world.after(stopMs, () => controller.abort());
  const transcripts = await world.run(overhear(ENDPOINT, plan, asked, world, controller.signal));
  return {
    legs: transcripts.map((transcript) => `${transcript.step.kind}${wasHeard(transcript) ? '!' : ''}`),
    transcripts,
    endedMs: world.now(),
  };
}

it.each<[string, Peer, Probe | null, Partial<ProbeOptions>, readonly string[]]>([
  ['a greeting is heard in silence', smtp, null, {}, ['listen!']],
  ['and whoever has none is nudged', redis, null, {}, ['listen', 'nudge!']],
  ['so is whoever hangs up', closing, null, {}, ['listen', 'nudge']],
  ['a protocol that is named is asked for', redis, named('redis'), {}, ['listen', 'nudge!', 'ask!']],
  ['after a greeting, too', greeting('hello\r\n'), named('redis'), {}, ['listen!', 'ask!']],
  ['unless it has no words of its own', smtp, named('smtp'), {}, ['listen!']],
  ['nobody there is not asked twice', { kind: 'refused' }, named('redis'), {}, ['listen']],
  ['nothing is sent where nothing may be', MUTE, named('redis'), { nudge: false }, ['listen']],
])('%s', async (_, peer, asked, options, legs) => {
  expect((await overheard(peer, asked, options)).legs).toEqual(legs);
});

it('gives each connection the whole patience, and no more', async () => {
  const { endedMs } = await overheard(MUTE, named('redis'), { patienceMs: 2_000 });
  expect(Math.round(endedMs / 100)).toBe(60);
});

it('takes leave as the protocol has it', async () => {
  const { transcripts } = await overheard(smtp, null);
  expect(transcripts[0]?.events).toContainEqual(
    expect.objectContaining({ kind: 'sent', purpose: 'goodbye', bytes: 'QUIT\r\n' }),
  );
});

it('ends at once when it is interrupted, and makes no other connection', async () => {
  const { legs, endedMs } = await overheard(MUTE, named('redis'), {}, 500);
  expect(legs).toEqual(['listen']);
  expect(endedMs).toBe(500);
});
