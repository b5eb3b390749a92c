import type { NamedService } from '../explain/fix/facts.ts';
import { isLabel } from '../mesh/recipes/parts.ts';
import { closest } from '../targets/closest.ts';
import { UsageError } from '../targets/usage-error.ts';

/** Reads what stands after a flag, or throws a UsageError that says what to write. */
export type ReadValue<T> = (text: string) => T;

/** `250ms`, `6s`, `1m`: a unit is always written, for nobody remembers which one is meant without. */
export const duration: ReadValue<number> = (text) => {
  const [, figure, unit] = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m)$/.exec(text) ?? [];
  if (figure === undefined || unit === undefined)
    throw new UsageError(`"${text}" is not a duration`, 'write 250ms, 6s or 1m');
  const ms = Number(figure) * (UNIT_MS[unit] ?? 0);
  if (ms < 1 || ms > DURATION_MAX_MS)
    throw new UsageError(`${text} is not between 1ms and 60m`, 'write 250ms, 6s or 1m');
  return ms;
};

/** `--patience thorough` outlasts the 15 s after which an Envoy that nobody has tuned gives up, and 20 s of other proxies. */
export const patience: ReadValue<number> = (text) => {
  if (text === 'thorough') return THOROUGH_MS;
  try {
    return duration(text);
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(error.message, `${error.hint}, or thorough (22s)`);
    throw error;
  }
};

/** A whole number from 1 up to a bound. */
export const count =
  (max: number): ReadValue<number> =>
  (text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    if (number < 1 || number > max) throw new UsageError(`"${text}" is not a whole number between 1 and ${max}`);
    return number;
  };

/** Connections per second; fractions make one every few seconds. */
export const rate: ReadValue<number> = (text) => {
  const number = /^\d{1,6}(\.\d{1,3})?$/.test(text) ? Number(text) : 0;
  if (number === 0)
    throw new UsageError(
      `"${text}" is not a number of connections per second`,
      'write 50, or 0.5 for one every two seconds',
    );
  return number;
};

/** One of a few words. */
export const choice =
  <T extends string>(words: readonly T[]): ReadValue<T> =>
  (text) => {
    const word = words.find((candidate) => candidate === text);
    if (word !== undefined) return word;
    const meant = closest(text, words);
    throw new UsageError(`"${text}" is none of ${words.join(', ')}`, meant ? `did you mean ${meant}?` : null);
  };

/** `db/mysql`: the namespace belongs to it, for a manifest in the wrong one changes nothing. */
export const service: ReadValue<NamedService> = (text) => {
  const [namespace = '', name, ...more] = text.split('/');
  if (name === undefined && isLabel(namespace))
    throw new UsageError(
      `"${text}" does not say in which namespace the Service is`,
      `write it before the name: default/${text}`,
    );
  if (name === undefined || more.length > 0 || !isLabel(namespace) || !isLabel(name))
    throw new UsageError(
      `"${text}" is not the name of a Service`,
      'write namespace/name, as kubectl shows them: small letters, digits and dashes, at most 63 each',
    );
  return { namespace, name };
};

/** A path, taken as it is. */
export const path: ReadValue<string> = (text) => text;

/** On or off: a flag that stands alone is on. */
export const onOff: ReadValue<boolean> = (text) => {
  if (['true', '1', 'yes', 'on'].includes(text)) return true;
  if (['false', '0', 'no', 'off'].includes(text)) return false;
  throw new UsageError(`"${text}" is neither true nor false`);
};

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000 };
const DURATION_MAX_MS = 3_600_000;
const THOROUGH_MS = 22_000;
