import pLimit from 'p-limit';
import type { ProbeOptions } from '../model/options.ts';

/** Runs a task when its endpoint, its address and the whole run have room for it. */
export type Lanes = <T>(
  endpoint: { readonly address: string; readonly port: number },
  task: () => Promise<T>,
) => Promise<T>;

/** An endpoint has two connections open at once: the silent one and another. */
const CONNECTIONS_PER_ENDPOINT = 2;

/**
 * One experiment at a time at one endpoint, `perHost` connections to one address, `concurrency` endpoints in all. In this order,
 * so that what waits for a busy address takes nobody else's place.
 */
export function lanesFor({ concurrency, perHost }: ProbeOptions): Lanes {
  const everywhere = pLimit(concurrency);
  const endpoints = turnstile(1);
  const addresses = turnstile(Math.max(1, Math.floor(perHost / CONNECTIONS_PER_ENDPOINT)));
  return async ({ address, port }, task) => {
    const key = `${address} ${port}`;
    await endpoints.enter(key);
    await addresses.enter(address);
    try {
      return await everywhere(task);
    } finally {
      addresses.leave(address);
      endpoints.leave(key);
    }
  };
}

interface Turnstile {
  enter(key: string): Promise<void> | undefined;
  leave(key: string): void;
}

/** Lets so many in at once by key. It remembers only the keys that somebody is in by: a list of targets may be long. */
function turnstile(atOnce: number): Turnstile {
  const inside = new Map<string, number>();
  const waiting = new Map<string, (() => void)[]>();
  return {
    enter(key) {
      const count = inside.get(key) ?? 0;
      if (count < atOnce) {
        inside.set(key, count + 1);
        return undefined;
      }
      const queue = waiting.get(key) ?? [];
      waiting.set(key, queue);
      return new Promise((resolve) => queue.push(resolve));
    },
    leave(key) {
      const queue = waiting.get(key);
      const next = queue?.shift();
      if (queue?.length === 0) waiting.delete(key);
      if (next) return next();
      const count = (inside.get(key) ?? 1) - 1;
      if (count === 0) inside.delete(key);
      else inside.set(key, count);
    },
  };
}
