import { fingerprint, type Reader } from '../decide/fingerprint.ts';
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
  /** The protocol that the user named; null where none was, or nobody knows it. */
  readonly expected: Probe | null;
  /** The port is usual for a server-first protocol: listen and nudge patiently before asking in other tongues. */
  readonly expectsGreeting: boolean;
}

/** The client-first protocols most often met, those first whose opening several others answer too. */
const COMMON = ['http', 'tls', 'redis', 'postgresql', 'memcached', 'mongodb', 'amqp', 'dns'];

/** Connections that ask, at the most: each is one more word to a server that may log it. */
const ASKS_MAX = 10;

/** Makes the plan for one endpoint from the port and the name the user gave; neither ever makes a verdict. */
export function planFor(endpoint: Endpoint, options: ProbeOptions, catalogue: readonly Probe[]): Plan {
  const { port, expectedProtocol } = endpoint;
  const expected = catalogue.filter((probe) => probe.name === expectedProtocol);
  const usual = catalogue.filter((probe) => probe.ports.includes(port));
  const common = COMMON.flatMap((name) => catalogue.filter((probe) => probe.name === name));
  const ladder = [...new Set([...expected, ...usual, ...common])].filter((probe) => probe.opening !== undefined);
  return {
    options,
    read: rememberLast((bytes) => fingerprint(bytes, catalogue, { port, expectedProtocol })),
    ladder: ladder.slice(0, ASKS_MAX),
    usual: ladder.filter((probe) => expected.includes(probe) || usual.includes(probe)),
    expected: expected[0] ?? null,
    expectsGreeting: [...expected, ...usual].some((probe) => probe.speaksFirst === 'server'),
  };
}

/** The same bytes are read when they arrive, and again when they are judged. */
function rememberLast(read: Reader): Reader {
  let last: { bytes: string; reading: ReturnType<Reader> } | null = null;
  return (bytes) => {
    if (last?.bytes !== bytes) last = { bytes, reading: read(bytes) };
    return last.reading;
  };
}
