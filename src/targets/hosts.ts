import { type Address, formatAddress, parseAddress } from './address.ts';
import { UsageError } from './usage-error.ts';

/** One place can stand for many: a name is itself, `10.0.0.0/28` is sixteen addresses. */
export interface Hosts {
  readonly count: number;
  readonly each: () => Iterable<string>;
}

/** Reads a name, an address or a block of addresses; brackets are already off. */
export function parseHosts(text: string): Hosts {
  const slash = text.indexOf('/');
  if (slash >= 0) return parseBlock(text.slice(0, slash), text.slice(slash + 1));
  const host = checkedHost(text);
  return { count: 1, each: () => [host] };
}

/** More than a /16 of IPv4 in one word is a slip of the finger, or a scan this tool is not for. */
const BLOCK_BOUND = 65_536;

function parseBlock(base: string, prefix: string): Hosts {
  const address = parseAddress(base);
  if (!address)
    throw new UsageError(`"${base}" is not an address, so /${prefix} cannot follow it`, 'write 10.0.0.0/28:3306');
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > address.bits)
    throw new UsageError(`/${prefix} is not between /0 and /${address.bits}`, 'write 10.0.0.0/28:3306');
  const freeBits = BigInt(address.bits - Number(prefix));
  const count = 1n << freeBits;
  if (count > BigInt(BLOCK_BOUND))
    throw new UsageError(
      `${base}/${prefix} is ${count} addresses, more than the ${BLOCK_BOUND} that one target may stand for`,
      `write /${address.bits - 16} or smaller, or list the addresses with --from`,
    );
  return { count: Number(count), each: () => addresses(address, freeBits, Number(count)) };
}

function* addresses({ bits, value }: Address, freeBits: bigint, count: number): Iterable<string> {
  const first = (value >> freeBits) << freeBits;
  for (let offset = 0; offset < count; offset++) yield formatAddress({ bits, value: first + BigInt(offset) });
}

/** RFC 1035 section 2.3.4. */
const NAME_BOUND = 253;

function checkedHost(text: string): string {
  const [literal = '', zone] = text.split('%', 2);
  if (parseAddress(literal) && (zone === undefined || (literal.includes(':') && /^[\w.-]+$/.test(zone)))) return text;
  if (text.includes(':')) throw new UsageError(`"${text}" is not an IPv6 address`);
  if (/^(0x[\da-f]*|[\d.])+$/i.test(text))
    throw new UsageError(`"${text}" is not an IPv4 address`, 'write four decimal numbers up to 255, such as 10.0.0.7');
  // Letters of any script stay as they are: the resolver knows what to do with them.
  if (text.length > NAME_BOUND || !/^(?!-)[\p{L}\p{M}\p{N}_-]+(\.[\p{L}\p{M}\p{N}_-]+)*\.?$/u.test(text))
    throw new UsageError(
      `"${text.slice(0, 80)}" is not a host name or an address`,
      'write db.example:3306 or 10.0.0.7:3306',
    );
  return text;
}
