import { describe, expect, it } from 'vitest';
import { MYSQL } from '../../src/lab/mysql-packets.ts';
import { salted } from '../../src/lab/salt.ts';

describe('MYSQL', () => {
  it.each([
    ['greeting', 0],
    ['denied', 2],
    ['outOfOrder', 1],
    ['blocked', 0],
  ] as const)('%s tells its true length, and is number %i', (name, sequence) => {
    const packet = MYSQL[name];
    const [low = 0, middle = 0, high = 0, number] = [...packet.slice(0, 4)].map((byte) => byte.charCodeAt(0));
    expect(low + middle * 256 + high * 65_536).toBe(packet.length - 4);
    expect(number).toBe(sequence);
  });

  it('has salts of eight and twelve bytes, and nothing else changes', () => {
    const changed = salted(MYSQL.greeting, MYSQL.salt, 1);
    const places = [...changed].flatMap((byte, at) => (byte === MYSQL.greeting[at] ? [] : [at]));
    const salts = MYSQL.salt.flatMap(({ at, length }) => Array.from({ length }, (_, index) => at + index));
    expect(salts).toHaveLength(20);
    expect(salts).toEqual(expect.arrayContaining(places));
    expect(places.length).toBeGreaterThan(15);
  });
});
