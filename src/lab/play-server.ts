import type { Bytes } from '../model/bytes.ts';
import type { Piece, Reply, Server } from './peer.ts';
import { playTls } from './play-tls.ts';
import { salted } from './salt.ts';
import type { Actor, Side } from './side.ts';
import { understand } from './talk.ts';

/** A reset right behind the last words: late enough that a client without a proxy in between hears them. */
export const RESET_AFTER_MS = 5;

/** Plays a server on its `visit`-th connection: the greeting, then the talk. What comes too early waits, or is punished. */
export function playServer(server: Server, side: Side, visit: number): Actor {
  return server.tls === undefined
    ? playPlain(server, side, visit)
    : playTls(server.tls, side, () => playPlain(server, side, visit));
}

function playPlain(server: Server, side: Side, visit: number): Actor {
  let heard: Bytes = '';
  let busy = true;

  const say = ({ say: bytes, close }: Reply): void => {
    if (bytes !== undefined) side.send(bytes);
    if (close === 'fin') side.finish();
    if (close === 'reset') side.after(bytes === undefined ? 0 : RESET_AFTER_MS, side.reset);
  };
  const listen = (): void => {
    const { replies, rest } = understand(server.talk, heard);
    heard = rest;
    for (const reply of replies) say(reply);
  };
  const welcomed = (): void => {
    busy = false;
    if (server.close !== undefined) say({ close: server.close === 'fin' && heard !== '' ? 'reset' : server.close });
    if (server.flood !== undefined) pour(server.flood, side);
    listen();
  };

  if (server.blocks !== undefined && visit > server.blocks.afterConnections) say(server.blocks.reply);
  else greet(greetingOf(server, visit), side, welcomed);

  return {
    received(bytes) {
      heard += bytes;
      if (busy && server.early !== undefined) say(server.early);
      else if (!busy) listen();
    },
    ended: side.finish,
  };
}

/** The pieces with the delay and this connection's salt worked in. */
function greetingOf(server: Server, visit: number): readonly Piece[] {
  const delayMs = server.delayedOnce === true && visit > 1 ? 0 : (server.delayMs ?? 0);
  const [first = { afterMs: 0, bytes: '' }, ...others] = server.greeting ?? [];
  return [{ afterMs: first.afterMs + delayMs, bytes: salted(first.bytes, server.salt ?? [], visit) }, ...others];
}

function greet(pieces: readonly Piece[], side: Side, welcomed: () => void): void {
  const [piece, ...others] = pieces;
  const speak = (): void => {
    if (piece === undefined) welcomed();
    else {
      if (piece.bytes !== '') side.send(piece.bytes);
      greet(others, side, welcomed);
    }
  };
  if (piece !== undefined && piece.afterMs > 0) side.after(piece.afterMs, speak);
  else speak();
}

function pour(flood: NonNullable<Server['flood']>, side: Side): void {
  side.send(flood.bytes);
  side.after(flood.everyMs, () => pour(flood, side));
}
