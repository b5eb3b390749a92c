import type { Probe } from '../model/probe.ts';
import type { Target } from '../model/target.ts';
import { parseAddress } from './address.ts';
import { type Hosts, parseHosts } from './hosts.ts';
import { parsePorts } from './ports.ts';
import { type Scheme, schemeNamed } from './scheme.ts';
import { UsageError } from './usage-error.ts';

/** `host:port`, `host:25,110,3300-3310`, `mysql://host[:port]`, `[::1]:25`, `10.0.0.0/28:3306` → targets, made as they are asked for. */
export function parseTargets(input: string, catalogue: readonly Probe[]): Iterable<Target> {
  const { scheme, rest } = splitScheme(input, catalogue);
  const { place, portText } = splitPort(rest, scheme);
  const hosts = parseHosts(place);
  const ports = portText === null ? [usualPort(place, scheme)] : parsePorts(portText);
  checkCount(input, hosts, ports);
  return combine(input, hosts, ports, scheme?.protocol ?? null);
}

/** Addresses times ports that one word may stand for. */
const COUNT_BOUND = 65_536;

interface Split {
  readonly scheme: Scheme | null;
  readonly rest: string;
}

function splitScheme(input: string, catalogue: readonly Probe[]): Split {
  const end = input.indexOf('://');
  if (end < 0) return { scheme: null, rest: input };
  const scheme = schemeNamed(input.slice(0, end), catalogue);
  const rest = input.slice(end + 3).replace(/\/$/, '');
  if (rest.includes('@'))
    throw new UsageError(
      'a target takes no user name and no password',
      'write scheme://host:port: deadair never logs in',
    );
  return { scheme, rest };
}

/** A port follows the last colon; an IPv6 address has colons of its own, so there it must be in brackets. */
function splitPort(rest: string, scheme: Scheme | null): { place: string; portText: string | null } {
  if (rest === '') throw new UsageError('a target is empty', 'write host:port, such as db.example:3306');
  const bracketed = /^\[([^\]]*)\](\/\d+)?(?::(.*))?$/s.exec(rest);
  if (bracketed) return { place: `${bracketed[1]}${bracketed[2] ?? ''}`, portText: bracketed[3] ?? null };
  if (rest.startsWith('[')) throw new UsageError(`"${rest}" has a bracket out of place`, 'write [::1]:25');
  const colons = rest.split(':').length - 1;
  if (colons > 1) throw new UsageError(`"${rest}" has too many colons`, bracketHint(rest, scheme));
  const colon = rest.indexOf(':');
  return colon < 0 ? { place: rest, portText: null } : { place: rest.slice(0, colon), portText: rest.slice(colon + 1) };
}

function bracketHint(rest: string, scheme: Scheme | null): string {
  const last = rest.lastIndexOf(':');
  const port = scheme ? '' : ':25';
  if (parseAddress(rest)) return `an IPv6 address goes in brackets: [${rest}]${port}`;
  if (parseAddress(rest.slice(0, last)))
    return `an IPv6 address goes in brackets: [${rest.slice(0, last)}]${rest.slice(last)}`;
  return 'write host:port, or [::1]:25 for an IPv6 address';
}

function usualPort(place: string, scheme: Scheme | null): number {
  if (scheme?.port) return scheme.port;
  const shown = place.includes(':') ? `[${place}]` : place;
  throw new UsageError(`"${place}" has no port`, `write ${shown}:3306, or mysql://${shown} for the usual one`);
}

function checkCount(input: string, hosts: Hosts, ports: readonly number[]): void {
  const count = hosts.count * ports.length;
  if (count <= COUNT_BOUND) return;
  throw new UsageError(
    `"${input}" is ${count} targets, more than the ${COUNT_BOUND} that one word may stand for`,
    'use a smaller block or fewer ports, or list the targets with --from',
  );
}

function* combine(
  input: string,
  hosts: Hosts,
  ports: readonly number[],
  expectedProtocol: string | null,
): Iterable<Target> {
  for (const host of hosts.each()) for (const port of ports) yield { input, host, port, expectedProtocol };
}
