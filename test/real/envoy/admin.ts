/** Envoy's own account of itself. */
export interface Admin {
  isLive(): Promise<boolean>;
  /** The port of each listener, by name. */
  ports(): Promise<ReadonlyMap<string, number>>;
  /** Counters and gauges of one listener, by their last name, such as `downstream_pre_cx_active`. */
  listenerStats(listener: string): Promise<Readonly<Record<string, number>>>;
  version(): Promise<string>;
}

export const adminAt = (address: string): Admin => ({
  isLive: async () => {
    try {
      return (await get(address, '/ready')).trim() === 'LIVE';
    } catch {
      return false;
    }
  },
  ports: async () => {
    const answer = JSON.parse(await get(address, '/listeners?format=json')) as ListenersAnswer;
    return new Map(
      answer.listener_statuses.map((status) => [status.name, status.local_address.socket_address.port_value]),
    );
  },
  listenerStats: async (listener) => {
    const prefix = `listener.${listener}.`;
    const answer = JSON.parse(
      await get(address, `/stats?format=json&filter=^listener\\.${listener}\\.`),
    ) as StatsAnswer;
    return Object.fromEntries(
      answer.stats.flatMap((stat) =>
        stat.name?.startsWith(prefix) && typeof stat.value === 'number'
          ? [[stat.name.slice(prefix.length), stat.value]]
          : [],
      ),
    );
  },
  version: async () => (JSON.parse(await get(address, '/server_info')) as { version: string }).version,
});

interface ListenersAnswer {
  readonly listener_statuses: readonly {
    readonly name: string;
    readonly local_address: { readonly socket_address: { readonly port_value: number } };
  }[];
}

interface StatsAnswer {
  readonly stats: readonly { readonly name?: string; readonly value?: unknown }[];
}

const get = async (address: string, path: string): Promise<string> => {
  const answer = await fetch(`http://${address}${path}`, { signal: AbortSignal.timeout(5_000) });
  return answer.text();
};
