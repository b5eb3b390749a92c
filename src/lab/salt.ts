import type { Bytes } from '../model/bytes.ts';
import type { Salt } from './peer.ts';

/** The multiplier and increment of Numerical Recipes' linear congruential generator. */
const MULTIPLIER = 1_664_525;
const INCREMENT = 1_013_904_223;

/** Letters, so that no byte of a salt has a meaning in a protocol. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%+';

/** Bytes with a part that looks random and is the same on every run: `seed` is the number of the connection. */
export function salted(bytes: Bytes, salts: readonly Salt[], seed: number): Bytes {
  return salts.reduce(
    (whole, { at, length }) => whole.slice(0, at) + letters(length, seed + at) + whole.slice(at + length),
    bytes,
  );
}

function letters(length: number, seed: number): Bytes {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, MULTIPLIER) + INCREMENT) >>> 0;
    return LETTERS.charAt(state >>> 26);
  }).join('');
}
