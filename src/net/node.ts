import { type LagMeter, lagMeter } from './lag.ts';
import { plainWire } from './plain-wire.ts';
import { resolver } from './resolve.ts';
import type { Cancel, Dial, Listener, Wire, World } from './world.ts';

/** How often we look whether our own event loop is late. A hundred looks a second cost about a thousandth of one core. */
const LAG_TICK_MS = 10;

/** The longest delay a timer of Node takes; anything above would fire at once. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** The real world: sockets, the clock and the resolver of this machine. `close` ends what `finish` left to drain. */
export function nodeWorld(): World & { close(): void } {
  const lag = lagMeter(now);
  const ticking = tick(lag);
  const draining = new Set<Wire>();
  return {
    now,
    after,
    resolve: resolver(),
    connect: (dial, listener) =>
      dial.tls === undefined ? plainWire(dial, listener, draining) : secureWire(dial, listener, draining),
    lagSince: lag.since,
    close() {
      clearInterval(ticking);
      for (const wire of [...draining]) wire.destroy();
    },
  };
}

function now(): number {
  return performance.now();
}

function after(delayMs: number, callback: () => void): Cancel {
  const timer = setTimeout(callback, Math.min(delayMs, LONGEST_TIMER_MS));
  return () => clearTimeout(timer);
}

function tick(lag: LagMeter): NodeJS.Timeout {
  return setInterval(lag.tick, LAG_TICK_MS).unref();
}

/** Loads node:tls only when somebody is really asked who they are: it is the most expensive module we use. */
function secureWire(dial: Dial, listener: Listener, draining: Set<Wire>): Wire {
  let wire: Wire | null = null;
  let over = false;
  void import('./tls-wire.ts').then(({ tlsWire }) => {
    if (!over) wire = tlsWire(dial, listener, draining);
  });
  const stop = (how: 'finish' | 'destroy') => (): void => {
    over = true;
    wire?.[how]();
  };
  return { send: (bytes) => wire?.send(bytes), finish: stop('finish'), destroy: stop('destroy') };
}
