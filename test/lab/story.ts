import type { Peer } from '../../src/lab/peer.ts';
import { type Network, simulate } from '../../src/lab/simulate.ts';
import type { Listener } from '../../src/net/world.ts';

/** What a client says, by the millisecond after it is connected. `FIN` ends its side. */
export type Lines = Readonly<Record<number, string>>;

export const FIN = Symbol('FIN').toString();

/** The quiet nudge. */
export const NUDGE = '\x20\x20\x20\x01\x20\x20\x20\x20';

/** What a client of a simulated peer hears in a minute: `text@ms`, times rounded to the full millisecond. */
export function tell(peer: Peer, lines: Lines = {}, offer?: readonly string[]): Promise<string> {
  return tellIn({ peers: { '10.0.0.1:1': peer } }, lines, offer);
}

/** The same in a network with more to it. */
function tellIn(network: Network, lines: Lines = {}, offer?: readonly string[]): Promise<string> {
  const world = simulate(network);
  const heard: string[] = [];
  const note = (word: string) => heard.push(`${word}@${Math.floor(world.now())}`);
  const tls = offer === undefined ? {} : { tls: { offer } };
  const listener: Listener = {
    opened: () => {
      for (const [atMs, say] of Object.entries(lines)) {
        world.after(Number(atMs), () => (say === FIN ? wire.finish() : wire.send(say)));
      }
    },
    received: (bytes) => note(JSON.stringify(bytes)),
    secured: ({ alpn, certificate }) => note(`secured ${alpn} ${certificate?.uris.join()}`),
    ended: () => note('fin'),
    failed: ({ code }) => note(code),
  };
  const wire = world.connect({ address: '10.0.0.1', port: 1, ...tls }, listener);
  const over = new Promise<void>((resolve) => world.after(60_000, resolve));
  return world.run(over).then(() => {
    wire.destroy();
    return heard.join(' ') || 'silence';
  });
}
