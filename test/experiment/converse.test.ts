import { expect, test } from 'vitest';
import type { Conversation } from '../../src/experiment/conversation.ts';
import { converse } from '../../src/experiment/converse.ts';
import type { Heard, Move, Script } from '../../src/experiment/script.ts';
import type { Peer } from '../../src/lab/peer.ts';
import { closing, dripping, flooding, greeting, mute, resetting, smtp } from '../../src/lab/servers.ts';
import { simulate } from '../../src/lab/simulate.ts';
import type { Transcript } from '../../src/model/transcript.ts';

const DIAL = { address: '10.0.0.7', port: 25 };
const STEP = { kind: 'listen', waitMs: 1_000 } as const;

/** Listens for a second, and for as long again after the last byte. */
const patient: Script = ({ nowMs, openedMs, lastByteMs }: Heard): Move => {
  const untilMs = (lastByteMs ?? openedMs) + 1_000;
  return nowMs >= untilMs ? { kind: 'give-up' } : { kind: 'wait', untilMs };
};

function talk(
  peer: Peer,
  script: Script = patient,
  network = {},
): { talking: Conversation; finished: Promise<Transcript>; accepted: () => number } {
  const world = simulate({ peers: { '10.0.0.7:25': peer }, ...network });
  let accepted = 0;
  const talking = converse(world, {
    dial: DIAL,
    step: STEP,
    script,
    connectTimeoutMs: 3_000,
    onAccepted: () => (accepted += 1),
  });
  return { talking, finished: world.run(talking.finished), accepted: () => accepted };
}

test.each<[string, Peer, readonly string[]]>([
  ['a greeting', smtp, ['opened', 'received', 'gave-up']],
  ['silence', mute, ['opened', 'gave-up']],
  ['FIN', closing, ['opened', 'ended']],
  ['RST', resetting, ['opened', 'failed']],
  ['nobody', { kind: 'refused' }, ['failed']],
  ['no answer', { kind: 'black-holed' }, ['gave-up']],
])('writes down %s', async (_name, peer, kinds) => {
  const { events } = await talk(peer).finished;
  expect(events.map(({ kind }) => kind)).toEqual(kinds);
});

test('tells once that a connection was accepted, or will never be', async () => {
  for (const peer of [smtp, closing, { kind: 'refused' }, { kind: 'black-holed' }] satisfies Peer[]) {
    const { finished, accepted } = talk(peer);
    await finished;
    expect(accepted()).toBe(1);
  }
});

test('says what the script says, and writes it down', async () => {
  const script: Script = ({ said, bytes }) => {
    if (bytes.includes('221')) return { kind: 'leave' };
    if (bytes !== '' && said.length === 0) return { kind: 'say', purpose: 'goodbye', bytes: 'QUIT\r\n' };
    return { kind: 'wait', untilMs: 5_000 };
  };
  const { events } = await talk(smtp, script).finished;
  expect(events).toMatchObject([
    { kind: 'opened' },
    { kind: 'received' },
    { kind: 'sent', bytes: 'QUIT\r\n' },
    { kind: 'received', bytes: '221 2.0.0 Bye\r\n' },
  ]);
});

test('keeps no more of a flood than it needs, and leaves', async () => {
  const { events } = await talk(flooding('x'.repeat(1_000), 1)).finished;
  const received = events.flatMap((event) => (event.kind === 'received' ? [event] : []));
  expect(received.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBe(4_096);
  expect(received.reduce((sum, { byteCount }) => sum + byteCount, 0)).toBe(66_000);
  expect(events.at(-1)?.kind).toBe('gave-up');
});

test('joins the pieces of a server that drips', async () => {
  const { events } = await talk(dripping(greeting('a'.repeat(500)), 10)).finished;
  expect(events.length).toBeLessThanOrEqual(66);
  expect(events.flatMap((event) => (event.kind === 'received' ? [event.bytes] : [])).join('')).toBe('a'.repeat(500));
});

test('waits out our own shortage of descriptors, and dials again as if nothing had been', async () => {
  const { events } = await talk(smtp, patient, { localFailures: 5 }).finished;
  expect(events[0]).toMatchObject({ kind: 'opened' });
  expect(events[0]?.atMs).toBeLessThan(10);
});

test('gives up when the shortage never ends, and blames nobody', async () => {
  await expect(talk(smtp, patient, { localFailures: 10_000 }).finished).rejects.toMatchObject({
    name: 'LocalExhaustion',
  });
});

test('ends when it is told to', async () => {
  const { talking, finished } = talk(smtp, () => ({ kind: 'wait', untilMs: 60_000 }));
  const stopped = talking.heard(Number.POSITIVE_INFINITY).then(talking.stop);
  const { events } = await finished;
  await stopped;
  expect(talking.isOpen()).toBe(false);
  expect(events.map(({ kind }) => kind)).toEqual(['opened', 'received', 'gave-up']);
});
