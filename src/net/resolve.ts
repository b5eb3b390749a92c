import type { LookupAddress, LookupAllOptions } from 'node:dns';
import { isIP } from 'node:net';
import type { Resolution } from './world.ts';

/** The part of `dns.lookup` that is needed. */
export type Lookup = (
  host: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => unknown;

/** `dns.lookup` has no bound of its own, and a dead resolver would hold the whole run. */
const LOOKUP_TIMEOUT_MS = 5_000;

/**
 * A name to all its addresses, in the order the system gives them. Look-ups of one name that are under way at the same time are
 * shared, since `dns.lookup` has four threads for the whole process.
 */
export function resolver(look?: Lookup): (host: string) => Promise<Resolution> {
  const underWay = new Map<string, Promise<Resolution>>();

  return async (host) => {
    const name = withoutBrackets(host);
    if (isIP(name) !== 0) return { kind: 'resolved', addresses: [name] };
    const shared = underWay.get(name);
    if (shared !== undefined) return shared;
    // Loaded where there is a name to look up: an address needs none of it.
    const looking = ask(look ?? process.getBuiltinModule('node:dns').lookup, name).finally(() => underWay.delete(name));
    underWay.set(name, looking);
    return looking;
  };
}

function withoutBrackets(host: string): string {
  return host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
}

function ask(look: Lookup, name: string): Promise<Resolution> {
  return new Promise((settle) => {
    const timer = setTimeout(() => settle({ kind: 'unresolved', code: 'ETIMEOUT' }), LOOKUP_TIMEOUT_MS);
    const done = (resolution: Resolution): void => {
      clearTimeout(timer);
      settle(resolution);
    };
    try {
      look(name, { all: true, order: 'verbatim' }, (error, addresses) => done(resolution(error, addresses)));
    } catch (error) {
      done({ kind: 'unresolved', code: codeOf(error) });
    }
  });
}

function resolution(error: NodeJS.ErrnoException | null, found: readonly LookupAddress[]): Resolution {
  if (error !== null) return { kind: 'unresolved', code: codeOf(error) };
  const addresses = [...new Set(found.map(({ address }) => address))];
  return addresses.length === 0 ? { kind: 'unresolved', code: 'ENOTFOUND' } : { kind: 'resolved', addresses };
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'ENOTFOUND';
}
