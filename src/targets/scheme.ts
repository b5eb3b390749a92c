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
  const named = Object.hasOwn(ALIASES, name) ? (ALIASES[name] ?? name) : name;
  const probe =
    catalogue.find((candidate) => candidate.name === name) ?? catalogue.find((candidate) => candidate.name === named);
  if (probe) return { protocol: probe.name, port: probe.ports[0] ?? null };
  const inside = catalogue.find(({ overTls }) => overTls?.names.includes(named));
  if (inside) return { protocol: named, port: inside.overTls?.ports[0] ?? null };
  const meant = closest(name, ['tcp', ...catalogue.map((candidate) => candidate.name)]);
  throw new UsageError(
    `"${scheme.slice(0, 40)}" is not a protocol of the catalogue`,
    meant ? `did you mean ${meant}://?` : 'see "deadair protocols", or write tcp://host:port to expect nothing',
  );
}

/** Schemes that connection strings use for a protocol which the catalogue has under its own name. */
const ALIASES: Readonly<Record<string, string>> = {
  postgres: 'postgresql',
  mariadb: 'mysql',
  mongo: 'mongodb',
  ssl: 'tls',
};
