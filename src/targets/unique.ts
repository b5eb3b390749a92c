import type { Target } from '../model/target.ts';
import { formatAddress, parseAddress } from './address.ts';

/** What makes two targets the same question: the place, and what is expected there. Not the words it was typed with. */
export function targetKey({ host, port, expectedProtocol }: Target): string {
  const address = parseAddress(host);
  return `${address ? formatAddress(address) : host.toLowerCase()} ${port} ${expectedProtocol ?? ''}`;
}

/** Says whether a target is new; the first of equal ones wins. */
export function firstSeen(): (target: Target) => boolean {
  const seen = new Set<string>();
  return (target) => {
    const before = seen.size;
    return seen.add(targetKey(target)).size > before;
  };
}
