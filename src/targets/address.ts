/** An IP address as a number, so that a block of them can be counted through. */
export interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

/** Reads an IPv4 or IPv6 literal, without brackets and zone; null when it is neither. */
export function parseAddress(text: string): Address | null {
  if (text.length > LONGEST_LITERAL) return null;
  return text.includes(':') ? parseV6(text) : parseV4(text);
}

/** The literal as RFC 5952 writes it. */
export function formatAddress({ bits, value }: Address): string {
  return bits === 32 ? formatV4(value) : formatV6(value);
}

/** `0000:0000:0000:0000:0000:ffff:255.255.255.255` */
const LONGEST_LITERAL = 45;

/** Decimal only: a leading zero is octal to some resolvers and decimal to others. */
function parseV4(text: string): Address | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)) return null;
  return { bits: 32, value: BigInt(parts.reduce((value, part) => value * 256 + Number(part), 0)) };
}

function parseV6(text: string): Address | null {
  const halves = v4TailAsGroups(text).split('::');
  if (halves.length > 2) return null;
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')));
  if (!head) return null;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (tail ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...Array<string>(tail ? missing : 0).fill('0'), ...(tail ?? [])];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return null;
  return { bits: 128, value: BigInt(`0x${groups.map((group) => group.padStart(4, '0')).join('')}`) };
}

/** `::ffff:10.0.0.1` is `::ffff:a00:1`. */
function v4TailAsGroups(text: string): string {
  const start = text.lastIndexOf(':') + 1;
  const v4 = text.includes('.') ? parseV4(text.slice(start)) : null;
  if (!v4) return text;
  return `${text.slice(0, start)}${(v4.value >> 16n).toString(16)}:${(v4.value & 0xffffn).toString(16)}`;
}

function formatV4(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 0xffn).join('.');
}

/** RFC 5952 section 4: lower case, no leading zeros, the longest run of two or more zero groups as `::`. */
function formatV6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => ((value >> BigInt(16 * (7 - index))) & 0xffffn).toString(16));
  const text = groups.join(':');
  const runs = [...text.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].map((match) => match[0]);
  const longest = runs.reduce((best, run) => (zeros(run) > zeros(best) ? run : best), '');
  if (longest === '') return text;
  return text.replace(new RegExp(`(^|:)${'0:'.repeat(zeros(longest) - 1)}0(:|$)`), '::');
}

function zeros(run: string): number {
  return run.split('0').length - 1;
}
