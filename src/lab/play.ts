import type { Playable } from './peer.ts';
import { playProxy } from './play-proxy.ts';
import { playServer } from './play-server.ts';
import type { Actor, Memory, Side } from './side.ts';

/** Lets a peer play its part on a connection that was just accepted. */
export function play(peer: Playable, side: Side, memory: Memory): Actor {
  const visit = (memory.visits.get(peer) ?? 0) + 1;
  memory.visits.set(peer, visit);
  switch (peer.kind) {
    case 'server':
      memory.served += 1;
      return playServer(peer, side, visit);
    case 'proxy':
      return playProxy(peer, side, (app, appSide) => play(app, appSide, memory));
    case 'replicas':
      return play(peer.peers[(visit - 1) % peer.peers.length] ?? peer.peers[0], side, memory);
    default:
      return peer satisfies never;
  }
}
