import { describe, expect, it } from 'vitest';
import { salted } from '../../src/lab/salt.ts';

const SALTS = [
  { at: 2, length: 8 },
  { at: 12, length: 4 },
];

describe('salted', () => {
  it('replaces its places by letters, each connection by others', () => {
    const all = [1, 2, 3, 4].map((seed) => salted('<>........><....<>', SALTS, seed));
    for (const bytes of all) expect(bytes).toMatch(/^<>[\w%+]{8}><[\w%+]{4}<>$/);
    expect(new Set(all).size).toBe(4);
  });

  it('is the same on every run', () => {
    expect(salted('<>........><....<>', SALTS, 7)).toBe(salted('<>........><....<>', SALTS, 7));
  });

  it('leaves bytes without a salt as they are', () => {
    expect(salted('220 mail.example\r\n', [], 1)).toBe('220 mail.example\r\n');
  });
});
