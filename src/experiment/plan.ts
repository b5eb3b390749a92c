import { fingerprint, type Reader } from '../decide/fingerprint.ts';
import type { Bytes } from '../model/bytes.ts';
import type { ProbeOptions } from '../model/options.ts';
import type { Probe } from '../model/probe.ts';
import type { Endpoint } from '../model/target.ts';

/** What will be done at one endpoint, as far as it does not depend on what is heard. */
export interface Plan {
  readonly options: ProbeOptions;
  /** Names what is heard. */
  readonly read: Reader;
  /** Whom to ask for while nothing has answered, in this order. Every entry has an opening. */
  readonly ladder: readonly Probe[];
  /** Those of them that are usual on this port, or that the user named. */
  readonly usual: readonly Probe[];
  /** What a protocol begins with. */
  readonly openingOf: (protocol: string) => Bytes;
  /** Usual here, and a server-first one that punishes junk: its own opening nudges better than any bytes of ours. */
  readonly polite: Probe | null;
  /** The protocol that the user named; null where none was, or nobody knows it. */
  readonly expected: Probe | null;
  /** The port is usual for a server-first protocol: listen and nudge patiently before asking in other tongues. */
  readonly expectsGreeting: boolean;
}

/** The client-first protocols most often met, those first whose opening several others answer too. */
const COMMON = ['http', 'tls', 'redis', 'postgresql', 'memcached', 'mongodb', 'amqp', 'dns'];

/** Connections that ask, at the most: each is one more word to a server that may log it. */
const ASKS_MAX = 10;

/** Makes plans from the port and the name the user gave, one for all endpoints that share them; neither ever makes a verdict. */
export function planner(options: ProbeOptions, catalogue: readonly Probe[]): (endpoint: Endpoint) => Plan {
  const byName = new Map(catalogue.map((probe) => [probe.name, probe]));
  const byPort = groupByPort(catalogue);
  const common = COMMON.flatMap((name) => byName.get(name) ?? []);
  const plans = new Map<string, Plan>();
  return ({ port, expectedProtocol }) => {
    const key = `${port} ${expectedProtocol}`;
    const known = plans.get(key);
    if (known) return known;
    const expected = (expectedProtocol === null ? null : byName.get(expectedProtocol)) ?? null;
    const hinted = [...(expected ? [expected] : []), ...(byPort.get(port) ?? [])];
    const askable = (probe: Probe) => probe.opening !== undefined;
    const plan = {
      options,
      read: rememberLast((bytes) => fingerprint(bytes, catalogue, { port, expectedProtocol })),
      ladder: [...new Set([...hinted, ...common])].filter(askable).slice(0, ASKS_MAX),
      usual: hinted.filter(askable),
      expected,
      openingOf: (name: string) => byName.get(name)?.opening ?? '',
      polite: hinted.find((probe) => probe.speaksFirst === 'server' && askable(probe)) ?? null,
      expectsGreeting: hinted.some((probe) => probe.speaksFirst === 'server'),
    };
    plans.set(key, plan);
    return plan;
  };
}

function groupByPort(catalogue: readonly Probe[]): ReadonlyMap<number, readonly Probe[]> {
  const byPort = new Map<number, Probe[]>();
  for (const probe of catalogue) {
    for (const port of probe.ports) byPort.set(port, [...(byPort.get(port) ?? []), probe]);
  }
  return byPort;
}

/** The same bytes are read when they arrive, and again when they are judged. */
function rememberLast(read: Reader): Reader {
  let last: { bytes: string; reading: ReturnType<Reader> } | null = null;
  return (bytes) => {
    if (last?.bytes !== bytes) last = { bytes, reading: read(bytes) };
    return last.reading;
  };
}
