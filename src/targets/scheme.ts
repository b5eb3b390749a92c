import type { Probe } from '../model/probe.ts';
import { closest } from './closest.ts';
import { UsageError } from './usage-error.ts';

/** What `mysql://` says: the protocol that must answer, and its usual port. `tcp://` says nothing about either. */
export interface Scheme {
  readonly protocol: string | null;
  readonly port: number | null;
}

/** Looks a scheme up in the catalogue. */
export function schemeNamed(scheme: string, catalogue: readonly Probe[]): Scheme {
  const name = scheme.toLowerCase();
  if (name === 'tcp') return { protocol: null, port: null };
  const isKnown = catalogue.some((candidate) => candidate.name === name);
  const named: Alias = isKnown ? { protocol: name } : aliasOf(name);
  const probe = catalogue.find((candidate) => candidate.name === named.protocol);
  if (probe) return { protocol: probe.name, port: named.port ?? probe.ports[0] ?? null };
  const inside = catalogue.find(({ overTls }) => overTls?.names.includes(named.protocol));
  if (inside) return { protocol: named.protocol, port: named.port ?? inside.overTls?.ports[0] ?? null };
  const meant = closest(name, ['tcp', ...catalogue.map((candidate) => candidate.name)]);
  throw new UsageError(
    `"${scheme.slice(0, 40)}" is not a protocol of the catalogue`,
    meant ? `did you mean ${meant}://?` : 'see "deadair protocols", or write tcp://host:port to expect nothing',
  );
}

interface Alias {
  readonly protocol: string;
  readonly port?: number;
}

/** What a name stands for; itself where it is nobody else's. */
export function aliasOf(name: string): Alias {
  return Object.hasOwn(ALIASES, name) ? (ALIASES[name] ?? { protocol: name }) : { protocol: name };
}

/**
 * Names that people and connection strings use for a protocol which the catalogue has under its own: other spellings, programs that
 * speak it, and what is carried by it. Ports by the IANA registry, or the program's own default.
 */
const ALIASES: Readonly<Record<string, Alias>> = {
  postgres: { protocol: 'postgresql' },
  mariadb: { protocol: 'mysql' },
  mongo: { protocol: 'mongodb' },
  valkey: { protocol: 'redis' },
  ssl: { protocol: 'tls' },
  radsec: { protocol: 'tls', port: 2083 },
  submission: { protocol: 'smtp', port: 587 },
  nfs: { protocol: 'rpc', port: 2049 },
  grpc: { protocol: 'http2', port: 50_051 },
  ws: { protocol: 'http' },
  wss: { protocol: 'https' },
  ipp: { protocol: 'http', port: 631 },
  ipps: { protocol: 'https', port: 631 },
  docker: { protocol: 'http', port: 2375 },
  etcd: { protocol: 'http', port: 2379 },
  elasticsearch: { protocol: 'http', port: 9200 },
  opensearch: { protocol: 'http', port: 9200 },
};
