import type { Bytes } from '../model/bytes.ts';
import { parseOffer } from './client-hello.ts';
import { answerAsProxy } from './http-chain.ts';
import { inspect } from './inspectors.ts';
import { handshake } from './mesh-tls.ts';
import type { MeshTls, Peer, ProxyPeer, Route } from './peer.ts';
import { RESET_AFTER_MS } from './play-server.ts';
import type { Actor, PlayApp, Side } from './side.ts';

/** How long Envoy waits for an app that does not answer its SYN (cluster connect_timeout as Istio sets it). */
const APP_CONNECT_TIMEOUT_MS = 10_000;

/** How long bytes of the app lie in the proxy before they go on, where a reset is to overtake them. */
const RELAY_MS = RESET_AFTER_MS + 1;

/** A connection in the hands of a proxy. */
interface Held {
  readonly proxy: ProxyPeer;
  readonly side: Side;
  readonly playApp: PlayApp;
  /** What the client has said so far. */
  seen: Bytes;
  /** Who has the connection once the proxy has decided. */
  next: Actor | null;
}

/** Plays a proxy: it holds the connection until it knows what it is, and only then connects to the app. */
export function playProxy(proxy: ProxyPeer, side: Side, playApp: PlayApp): Actor {
  const held: Held = { proxy, side, playApp, seen: '', next: null };
  decide(held);
  if (held.next === null && proxy.timeout !== undefined) side.after(proxy.timeout.afterMs, () => expire(held));
  return {
    received(bytes) {
      if (held.next !== null) return held.next.received(bytes);
      held.seen += bytes;
      decide(held);
    },
    ended() {
      if (held.next === null && proxy.onEnd === 'forward') forward(held, proxy.app);
      if (held.next === null) side.finish();
      else held.next.ended();
    },
  };
}

function decide(held: Held): void {
  const decision = inspect(held.proxy.inspectors, held.seen);
  switch (decision) {
    case 'wait':
      return;
    case 'raw':
      return take(held, held.proxy.onRaw);
    case 'http':
      return take(held, held.proxy.onHttp);
    case 'tls':
      return take(held, held.proxy.onTls);
    case 'broken':
      return held.side.reset();
    default:
      return decision satisfies never;
  }
}

function take(held: Held, route: Route | MeshTls): void {
  const { proxy, side, seen, playApp } = held;
  const { signature = 'istio-envoy' } = proxy;
  if (route === 'forward') forward(held, proxy.app);
  else if (route === 'refuse') abandon(side, seen);
  else if (route === 'hang-up') side.finish();
  else if (route === 'serve-http') held.next = answerAsProxy({ app: proxy.app, side, playApp, signature }, seen);
  else {
    const outcome = handshake(route, parseOffer(seen), proxy.app);
    if (outcome.kind === 'secure') {
      if (outcome.opensApp) forward({ ...held, side: deaf(side), seen: '' }, proxy.app);
      side.secure(outcome.secured);
    } else take(held, outcome.kind === 'refuse' ? 'refuse' : proxy.onRaw);
  }
}

/** The client has been silent for too long. */
function expire(held: Held): void {
  const { proxy, side } = held;
  if (held.next !== null || proxy.timeout === undefined) return;
  if (proxy.timeout.route === 'close') side.finish();
  else if (proxy.timeout.route === 'fallback') forward(held, proxy.fallback ?? proxy.app);
  else take(held, proxy.onRaw);
}

/** Connects to the app and passes on what was seen. An app that cannot be reached costs the client its connection. */
function forward(held: Held, app: Peer): void {
  const { side, seen } = held;
  held.next = NOBODY;
  switch (app.kind) {
    case 'refused':
    case 'unreachable':
      return abandon(side, seen);
    case 'black-holed':
      side.after(APP_CONNECT_TIMEOUT_MS, side.finish);
      return;
    case 'server':
    case 'proxy':
    case 'replicas':
      held.next = held.playApp(app, held.proxy.losesOnReset === true ? losing(side) : side);
      if (seen !== '') held.next.received(seen);
      return;
    default:
      return app satisfies never;
  }
}

const NOBODY: Actor = { received: () => {}, ended: () => {} };

/** Closes: with bytes unread the system makes a reset of it. */
function abandon(side: Side, seen: Bytes): void {
  if (seen === '') side.finish();
  else side.reset();
}

/** A side from which nothing reaches the client: the app opens a connection on which nobody ever speaks. */
function deaf({ now }: Side): Side {
  const nothing = (): void => {};
  return { now, after: () => nothing, send: nothing, finish: nothing, reset: nothing, secure: nothing };
}

/** A side whose bytes lie a moment in the proxy, so that a reset of the app makes them vanish. */
function losing(side: Side): Side {
  return {
    ...side,
    send: (bytes) => {
      side.after(RELAY_MS, () => side.send(bytes));
    },
    finish: () => {
      side.after(RELAY_MS, side.finish);
    },
  };
}
