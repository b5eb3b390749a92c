import { describe, expect, it } from 'vitest';
import type { Peer } from '../../src/lab/peer.ts';
import { istio, plainProxy } from '../../src/lab/proxies.ts';
import { blocking, mute, mysql, slowOnce, smtp, turningAway } from '../../src/lab/servers.ts';
import { simulate } from '../../src/lab/simulate.ts';
import type { Dial } from '../../src/net/world.ts';

const DIAL: Dial = { address: '10.0.0.1', port: 1 };

/** What a number of clients hear first, one after the other, and how many of them the program saw. */
async function firstWords(
  peer: Peer,
  clients: number,
  dial: Dial = DIAL,
): Promise<readonly [readonly string[], number]> {
  const world = simulate({ peers: { '10.0.0.1:1': peer } });
  const words: string[] = [];
  for (let client = 0; client < clients; client += 1) {
    const startMs = world.now();
    await world.run(
      new Promise<void>((resolve) => {
        let isOver = false;
        const say = (word: string) => {
          if (isOver) return;
          isOver = true;
          words.push(word);
          wire.destroy();
          resolve();
        };
        const wire = world.connect(dial, {
          opened: () => world.after(1_000, () => say('silence')),
          received: (bytes) => say(`${bytes.slice(0, 3)}@${Math.floor(world.now() - startMs)}`),
          secured: () => say('secured'),
          ended: () => say('fin'),
          failed: ({ code }) => say(code),
        });
      }),
    );
  }
  return [words, world.reached('10.0.0.1', 1)];
}

describe('play', () => {
  it.each<readonly [string, Peer, readonly string[], number]>([
    ['a server that is slow once', slowOnce(smtp, 500), ['220@500', '220@0', '220@0'], 3],
    ['a server that blocks', blocking(smtp, 2), ['220@0', '220@0', 'g\0\0@0'], 3],
    ['replicas take turns', { kind: 'replicas', peers: [smtp, turningAway('421')] }, ['220@0', '421@0', '220@0'], 3],
    [
      'replicas behind a proxy',
      plainProxy({ kind: 'replicas', peers: [smtp, mute] }),
      ['220@0', 'silence', '220@0'],
      3,
    ],
    [
      'a sidecar that nobody speaks to',
      istio(smtp, { mtls: 'permissive', declared: 'auto' }),
      ['silence', 'silence', 'silence'],
      0,
    ],
  ])('%s', async (_name, peer, words, seen) => {
    expect(await firstWords(peer, words.length)).toEqual([words, seen]);
  });

  it('remembers for each endpoint apart, though the peer is the same', async () => {
    const peer = slowOnce(smtp, 500);
    expect(await firstWords(peer, 1)).toEqual(await firstWords(peer, 1));
  });

  it('gives each connection another salt', async () => {
    const world = simulate({ peers: { '10.0.0.1:1': mysql } });
    const heard: string[] = [];
    const noop = () => {};
    for (let client = 0; client < 3; client += 1) {
      world.connect(DIAL, {
        opened: noop,
        received: (bytes) => heard.push(bytes),
        secured: noop,
        ended: noop,
        failed: noop,
      });
    }
    await world.run(new Promise<void>((resolve) => world.after(10, resolve)));
    expect(new Set(heard).size).toBe(3);
  });

  it.each([
    ['strict', 'tcp', [], 2],
    ['strict', 'auto', ['istio-peer-exchange'], 2],
    ['permissive', 'tcp', ['istio-http/1.1', 'istio-peer-exchange', 'h2'], 2],
    ['permissive', 'auto', ['istio-http/1.1', 'istio-peer-exchange', 'h2'], 0],
    ['permissive', 'http', ['istio-peer-exchange', 'h2'], 0],
  ] as const)(
    'lets a handshake without certificate reach the app: %s, declared %s, offered %j',
    async (mtls, declared, offer, seen) => {
      const peer = istio(mysql, { mtls, declared });
      expect(await firstWords(peer, 2, { ...DIAL, tls: { offer } })).toEqual([['secured', 'secured'], seen]);
    },
  );
});
