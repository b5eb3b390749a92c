import { fingerprint, type Reader } from '../decide/fingerprint.ts';
import type { Expected } from '../decide/misdeclared.ts';
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
  readonly expected: Expected | null;
  /** What to look for inside, should TLS be spoken here. */
  readonly inside: Inside;
  /** The port is usual for a server-first protocol: listen and nudge patiently before asking in other tongues. */
  readonly expectsGreeting: boolean;
}

/** What is offered in a handshake, and what is asked after it; null where a greeting is to be expected. */
export interface Inside {
  readonly offer: readonly string[];
  readonly protocol: string | null;
  /** False where that is no more than the best guess: a greeting may still come. */
  readonly isUsual: boolean;
}

/** The client-first protocols most often met, those first whose opening several others answer too. */
const COMMON = ['http', 'tls', 'redis', 'postgresql', 'memcached', 'mongodb', 'amqp', 'dns'];

/** Connections that ask, at the most: each is one more word to a server that may log it. */
const ASKS_MAX = 10;

/** The same where each is a complaint in the log of a server that only takes its time: enough to find a web server there. */
const ASKS_OF_SCOLDERS_MAX = 2;

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
    const expected = expectedIn(catalogue, expectedProtocol);
    const hinted = [...(expected ? [outermost(expected, byName)] : []), ...(byPort.get(port) ?? [])];
    const askable = (probe: Probe) => probe.opening !== undefined;
    const plan = {
      options,
      read: rememberLast((bytes) =>
        fingerprint(bytes, catalogue, { port, expectedProtocol: expected?.probe.name ?? null }),
      ),
      ladder: [...new Set([...hinted, ...common])]
        .filter(askable)
        .slice(0, hinted.some(scolds) ? ASKS_OF_SCOLDERS_MAX : ASKS_MAX),
      usual: hinted.filter(askable),
      expected,
      inside: insideOf(expected, port, catalogue),
      openingOf: (name: string) => byName.get(name)?.opening ?? '',
      polite: hinted.find(mindsJunk) ?? null,
      expectsGreeting: hinted.some((probe) => probe.speaksFirst === 'server'),
    };
    plans.set(key, plan);
    return plan;
  };
}

function scolds({ scoldings }: Probe): boolean {
  return scoldings !== undefined;
}

/** Server-first with an opening of its own: it counts, or punishes, who comes and says anything else. */
export function mindsJunk(probe: Probe | null): boolean {
  return probe?.speaksFirst === 'server' && probe.opening !== undefined;
}

function expectedIn(catalogue: readonly Probe[], name: string | null): Expected | null {
  if (name === null) return null;
  const plain = catalogue.find((probe) => probe.name === name);
  if (plain) return { name, probe: plain, overTls: false };
  const probe = catalogue.find(({ overTls }) => overTls?.names.includes(name));
  return probe ? { name, probe, overTls: true } : null;
}

/** Whom one meets first on a connection. */
function outermost({ probe, overTls }: Expected, byName: ReadonlyMap<string, Probe>): Probe {
  return overTls ? (byName.get('tls') ?? probe) : probe;
}

function insideOf(expected: Expected | null, port: number, catalogue: readonly Probe[]): Inside {
  const usual = expected?.overTls ? expected.probe : catalogue.find(({ overTls }) => overTls?.ports.includes(port));
  // A mail server that knows ALPN may hang up on an offer without its own name in it (RFC 9325 section 3.7); a web server wants one.
  const isWeb = usual === undefined || usual.name.startsWith('http');
  const protocol = usual === undefined ? 'http' : usual.speaksFirst === 'client' ? usual.name : null;
  return { offer: isWeb ? ['h2', 'http/1.1'] : [], protocol, isUsual: usual !== undefined };
}

function groupByPort(catalogue: readonly Probe[]): ReadonlyMap<number, readonly Probe[]> {
  const byPort = new Map<number, Set<Probe>>();
  const tls = catalogue.find(({ name }) => name === 'tls');
  const add = (port: number, probe: Probe | undefined) => {
    if (probe) byPort.set(port, (byPort.get(port) ?? new Set()).add(probe));
  };
  for (const probe of catalogue) {
    for (const port of probe.ports) add(port, probe);
    for (const port of probe.overTls?.ports ?? []) add(port, tls);
  }
  return new Map([...byPort].map(([port, probes]) => [port, [...probes]]));
}

/** The same bytes are read when they arrive, and again when they are judged. */
function rememberLast(read: Reader): Reader {
  let last: { bytes: string; reading: ReturnType<Reader> } | null = null;
  return (bytes) => {
    if (last?.bytes !== bytes) last = { bytes, reading: read(bytes) };
    return last.reading;
  };
}
