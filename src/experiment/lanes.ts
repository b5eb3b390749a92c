import pLimit, { type LimitFunction } from 'p-limit';
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
  const atOnce = Math.max(1, Math.floor(perHost / CONNECTIONS_PER_ENDPOINT));
  const addressLane = laneByKey(atOnce);
  const endpointLane = laneByKey(1);
  return ({ address, port }, task) =>
    endpointLane(`${address} ${port}`)(() => addressLane(address)(() => everywhere(task)));
}

function laneByKey(atOnce: number): (key: string) => LimitFunction {
  const lanes = new Map<string, LimitFunction>();
  return (key) => {
    const lane = lanes.get(key) ?? pLimit(atOnce);
    lanes.set(key, lane);
    return lane;
  };
}
