import type { Endpoint } from '../model/target.ts';
import { terminal } from './escape.ts';

/** `db:3306`, `10.0.0.7:3306`, `[::1]:25`: what was asked for. */
export function placeOf({ host, port }: Pick<Endpoint, 'host' | 'port'>): string {
  return terminal(host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`);
}

/** The address that the name led to; null where the name is an address, or led nowhere. */
export function addressOf({ host, address }: Endpoint): string | null {
  return address === null || address === host ? null : terminal(address);
}
