import type { Bytes } from '../model/bytes.ts';
import { closest } from '../targets/closest.ts';
import { located, UsageError } from '../targets/usage-error.ts';
import { patternAnywhere, patternFrom } from './pattern.ts';

/** Reads what a file says at a place, such as `samples.greetings[0].bytes`, or throws a UsageError that names the place. */
export type Read<T> = (value: unknown, place: string) => T;

/** A field of a record. */
export interface Field<T> {
  readonly read: Read<T>;
  readonly isRequired: boolean;
}

/** A field that must be there. */
export const required = <T>(read: Read<T>): Field<T> => ({ read, isRequired: true });

/** A field that may be left out. */
export const optional = <T>(read: Read<T>): Field<T> => ({ read, isRequired: false });

/** What is wrong, where, and what to write. */
const wrong = (place: string, words: string, hint: string | null): UsageError =>
  new UsageError(place === '' ? words : `${place}: ${words}`, hint);

/** Fields by their names, and no others. */
export const record =
  <T extends object>(fields: { readonly [F in keyof T]-?: Field<Exclude<T[F], undefined>> }): Read<T> =>
  (value, place) => {
    const names = Object.keys(fields);
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw wrong(place, `${named(value)} where fields belong`, `write ${names.slice(0, 3).join(': …, ')}: …`);
    for (const key of Object.keys(value)) if (!names.includes(key)) throw unknownKey(place, key, names);
    const found: Record<string, unknown> = {};
    for (const [name, { read, isRequired }] of Object.entries<Field<unknown>>(fields)) {
      const held: unknown = (value as Record<string, unknown>)[name];
      if (held !== undefined && held !== null) found[name] = read(held, at(place, name));
      else if (isRequired) throw wrong(at(place, name), 'is missing', `write ${name}: …`);
    }
    return found as T;
  };

/** A list with at least `min` entries. */
export const list =
  <T>(read: Read<T>, min = 1): Read<readonly T[]> =>
  (value, place) => {
    if (!Array.isArray(value))
      throw wrong(place, `${named(value)} where a list belongs`, 'write [one, two], or a line with - for each');
    if (value.length < min) throw wrong(place, 'is empty', 'fill it, or leave it out');
    return value.map((each: unknown, index) => read(each, `${place}[${index}]`));
  };

/** Words for people. What a terminal would obey has no place in them. */
export const words: Read<string> = (value, place) => {
  const text = string(value, place).trim();
  if (text === '') throw wrong(place, 'is empty', 'say it in a few words');
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text))
    throw wrong(place, 'has a control character in it', 'write it in one line of text');
  return text;
};

/** Bytes as text, one character a byte. */
export const bytes: Read<Bytes> = (value, place) => {
  const text = string(value, place);
  if (text === '') throw wrong(place, 'is empty', 'write the bytes as "text\\r\\n", any byte as \\x00');
  const beyond = /[^\0-\xff]/u.exec(text)?.[0];
  if (beyond !== undefined)
    throw wrong(
      place,
      `"${beyond}" is no byte`,
      'one character is one byte: write UTF-8 as "\\xc3\\xa4" (in JSON "\\u00c3\\u00a4")',
    );
  if (text.length > BYTES_MAX) throw wrong(place, `${text.length} bytes`, `the first ${BYTES_MAX} are enough`);
  return text;
};

/** As much as the prober keeps of what one connection said. */
const BYTES_MAX = 65_536;

/** A pattern for first bytes that is safe to use. */
export const pattern: Read<RegExp> = (value, place) => checked(patternFrom, value, place);

/** One for what may stand anywhere. */
export const anywhere: Read<RegExp> = (value, place) => checked(patternAnywhere, value, place);

function checked(read: (text: string) => RegExp, value: unknown, place: string): RegExp {
  const text = string(value, place);
  try {
    return read(text);
  } catch (error) {
    throw located(place, error);
  }
}

/** The number of a TCP port. */
export const port: Read<number> = (value, place) => {
  if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 65_536) return value;
  throw wrong(place, `${named(value)} is not a port`, 'write a number between 1 and 65535');
};

/** One of a few words. */
export const oneOf =
  <T extends string>(...choices: readonly T[]): Read<T> =>
  (value, place) => {
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    throw wrong(place, `${named(value)} is neither ${choices.join(' nor ')}`, `write ${choices.join(' or ')}`);
  };

/** The name of a protocol, as it stands before `://`. */
export const protocolName: Read<string> = (value, place) => {
  const text = string(value, place);
  if (text === 'tcp') throw wrong(place, 'tcp:// stands for any protocol', 'name yours otherwise');
  if (text.length <= NAME_MAX && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(text)) return text;
  throw wrong(place, `${named(value)} is not a name`, 'write small letters, digits and single hyphens, a letter first');
};

const NAME_MAX = 40;

function string(value: unknown, place: string): string {
  if (typeof value === 'string') return value;
  throw wrong(
    place,
    `${named(value)} where text belongs`,
    typeof value === 'number' ? `write it in quotes: "${value}"` : 'write it in quotes',
  );
}

/** What a value is, in words. */
function named(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null || value === undefined) return 'nothing';
  return typeof value === 'object' ? 'a record' : `"${String(value).slice(0, 60)}"`;
}

function at(place: string, name: string): string {
  return place === '' ? name : `${place}.${name}`;
}

function unknownKey(place: string, key: string, names: readonly string[]): UsageError {
  const meant = closest(key, names);
  return wrong(at(place, key), 'is no field', meant ? `did you mean ${meant}?` : `there are ${names.join(', ')}`);
}
