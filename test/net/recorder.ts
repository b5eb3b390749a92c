import type { Dial, Listener, Wire, World } from '../../src/net/world.ts';

type Heard =
  | { readonly kind: 'opened' | 'ended' }
  | { readonly kind: 'received'; readonly bytes: string }
  | ({ readonly kind: 'failed' } & Parameters<Listener['failed']>[0])
  | ({ readonly kind: 'secured' } & Parameters<Listener['secured']>[0]);

/** Everything a connection told, in order, and ways to wait for it. */
export interface Recorder {
  readonly wire: Wire;
  readonly events: readonly Heard[];
  /** Resolves once an event of this kind has come. */
  until(kind: Heard['kind']): Promise<void>;
  kinds(): readonly string[];
}

/** Makes a connection and writes down what its listener hears; `on` may react to it. */
export function record(world: World, dial: Dial, on: (event: Heard, wire: Wire) => void = () => {}): Recorder {
  const events: Heard[] = [];
  let waiting: { kind: string; resolve: () => void }[] = [];
  const note = (event: Heard) => {
    events.push(event);
    on(event, wire);
    for (const { kind, resolve } of waiting) if (kind === event.kind) resolve();
    waiting = waiting.filter(({ kind }) => kind !== event.kind);
  };
  const wire = world.connect(dial, {
    opened: () => note({ kind: 'opened' }),
    received: (bytes) => note({ kind: 'received', bytes }),
    secured: (peer) => note({ kind: 'secured', ...peer }),
    ended: () => note({ kind: 'ended' }),
    failed: (error) => note({ kind: 'failed', ...error }),
  });
  return {
    wire,
    events,
    until: (kind) =>
      events.some((event) => event.kind === kind)
        ? Promise.resolve()
        : new Promise((resolve) => waiting.push({ kind, resolve })),
    kinds: () => events.map(({ kind }) => kind),
  };
}
