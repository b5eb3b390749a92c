import type { Endpoint } from '../model/target.ts';
import { terminal } from './escape.ts';

/** `db:3306`, `10.0.0.7:3306`, `[::1]:25`: what was asked for. */
export function placeOf({ host, port }: Pick<Endpoint, 'host' | 'port'>): string {
  return terminal(host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`);
}

/** The address that the name led to; null where the name is an address, or led nowhere. */
export function addressOf({ host, address }: Pick<Endpoint, 'host' | 'address'>): string | null {
  return address === null || address === host ? null : terminal(address);
}

/** `db:3306 (10.0.0.7)`: both, where they differ. */
export function placeAndAddress(endpoint: Pick<Endpoint, 'host' | 'port' | 'address'>): string {
  const address = addressOf(endpoint);
  return `${placeOf(endpoint)}${address === null ? '' : ` (${address})`}`;
}
