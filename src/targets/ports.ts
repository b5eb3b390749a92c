import { UsageError } from './usage-error.ts';

/** `25,110,3300-3310` → the port numbers, in the order they were written. */
export function parsePorts(text: string): readonly number[] {
  return text.split(',').flatMap(parsePart);
}

const EXAMPLE = 'write 25, or 25,110, or 3300-3310';

function parsePart(part: string): readonly number[] {
  const [first = '', last] = part.split('-', 2);
  if (last === undefined) return [portNumber(first)];
  if (part.split('-').length > 2) throw new UsageError(`"${part}" is not a range of ports`, EXAMPLE);
  const from = portNumber(first);
  const to = portNumber(last);
  if (from > to) throw new UsageError(`the range ${part} runs backwards`, `write ${to}-${from}`);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function portNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new UsageError(`"${text}" is not a port number`, EXAMPLE);
  const port = Number(text);
  if (port < 1 || port > 65_535) throw new UsageError(`port ${text.slice(0, 12)} is not between 1 and 65535`, EXAMPLE);
  return port;
}
