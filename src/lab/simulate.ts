import type { Dial, Listener, Resolution, Wire, World } from '../net/world.ts';
import { type Agenda, agenda, type Entry } from './agenda.ts';
import { dialled } from './dialled.ts';
import type { Peer } from './peer.ts';
import type { Memory } from './side.ts';

/** A network as data. */
export interface Network {
  /** By `address:port`, an IPv6 address in brackets. What is not listed refuses. */
  readonly peers: Readonly<Record<string, Peer>> | ReadonlyMap<string, Peer>;
  /** By name: the addresses, or the code the resolver fails with. A name that is not listed is ENOTFOUND. */
  readonly names?: Readonly<Record<string, readonly string[] | { readonly code: string }>>;
  /** One way. */
  readonly latencyMs?: number;
  /** So many connects, the first ones, fail for want of a file descriptor. */
  readonly localFailures?: number;
  /** What `lagSince` says: 0 unless an overloaded prober is to be played. */
  readonly lagMs?: number;
}

/** A World whose clock jumps from event to event. */
export interface Simulation extends World {
  /** Lets things happen until the promise settles. Throws when nothing is left to happen and it still has not. */
  run<T>(promise: Promise<T>): Promise<T>;
  /** How many connections the program itself has seen at this address, the ones through a proxy included. */
  reached(address: string, port: number): number;
}

/** About what loopback takes. */
const LATENCY_MS = 0.1;

/** The bound of a simulation: a peer that floods a client which never leaves would go on for ever. */
const LONGEST_MS = 24 * 3_600_000;

/** Steps for each turn of the event loop. */
const BATCH = 256;

/** Plays a network with a virtual clock: deterministic, and ten seconds of silence take no time. */
export function simulate(network: Network): Simulation {
  const todo = agenda();
  const memories = new Map<string, Memory>();
  let nowMs = 0;
  let failuresLeft = network.localFailures ?? 0;

  const clock = {
    now: () => nowMs,
    at: todo.add,
    after: (delayMs: number, callback: () => void) => todo.add(nowMs + Math.max(0, delayMs), callback),
  };

  return {
    now: clock.now,
    after: clock.after,
    resolve: (host) => Promise.resolve(resolve(network, host)),
    lagSince: () => network.lagMs ?? 0,
    connect(dial: Dial, listener: Listener): Wire {
      const key = endpointKey(dial.address, dial.port);
      const exhausted = failuresLeft > 0;
      if (exhausted) failuresLeft -= 1;
      const peer = exhausted ? 'no-descriptor' : (peerAt(network, key) ?? { kind: 'refused' });
      return dialled({
        dial,
        listener,
        peer,
        clock,
        memory: memoryOf(memories, key),
        latencyMs: network.latencyMs ?? LATENCY_MS,
      });
    },
    run: (promise) =>
      run(promise, todo, (atMs) => {
        nowMs = atMs;
      }),
    reached: (address, port) => memoryOf(memories, endpointKey(address, port)).served,
  };
}

/** How an endpoint is written in a Network. */
export function endpointKey(address: string, port: number): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

/**
 * Each step is an immediate of its own, since Node lets all promises settle between two immediates, however long their chain.
 * They are queued by the batch, as a turn of the event loop costs ten times what a step does.
 */
function run<T>(promise: Promise<T>, todo: Agenda, jump: (atMs: number) => void): Promise<T> {
  return new Promise((succeed, fail) => {
    let over = false;
    const step = (): void => {
      if (over) return;
      const entry = todo.next();
      if (entry === undefined || entry.atMs > LONGEST_MS) throw new Error(stuck(entry));
      jump(entry.atMs);
      entry.callback();
    };
    const guarded = (): void => {
      try {
        step();
      } catch (error) {
        over = true;
        fail(error);
      }
    };
    const batch = (): void => {
      if (over) return;
      for (let steps = 0; steps < BATCH; steps += 1) setImmediate(guarded);
      setImmediate(batch);
    };
    promise.then(succeed, fail).finally(() => {
      over = true;
    });
    setImmediate(batch);
  });
}

function stuck(entry: Entry | undefined): string {
  const why = entry === undefined ? 'nothing is left to happen' : 'a simulated day has gone by';
  return `${why}, and what was waited for has not come`;
}

function resolve({ names }: Network, host: string): Resolution {
  if (isAddress(host)) return { kind: 'resolved', addresses: [host.replace(/^\[(.*)\]$/, '$1')] };
  const known = names !== undefined && Object.hasOwn(names, host) ? names[host] : undefined;
  if (known === undefined) return { kind: 'unresolved', code: 'ENOTFOUND' };
  return 'code' in known ? { kind: 'unresolved', code: known.code } : { kind: 'resolved', addresses: known };
}

function isAddress(host: string): boolean {
  return host.includes(':') || /^[\d.]+$/.test(host);
}

function peerAt({ peers }: Network, key: string): Peer | undefined {
  if (peers instanceof Map) return peers.get(key);
  return Object.hasOwn(peers, key) ? (peers as Readonly<Record<string, Peer>>)[key] : undefined;
}

function memoryOf(memories: Map<string, Memory>, key: string): Memory {
  const known = memories.get(key);
  if (known !== undefined) return known;
  const fresh: Memory = { visits: new Map(), served: 0 };
  memories.set(key, fresh);
  return fresh;
}
