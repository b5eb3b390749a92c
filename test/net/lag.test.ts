import { describe, expect, it } from 'vitest';
import { lagMeter } from '../../src/net/lag.ts';

/** A meter whose ticks come at these times, and the lateness since a moment as seen at another. */
function meter(ticksMs: readonly number[]) {
  const clock = { nowMs: 0 };
  const lag = lagMeter(() => clock.nowMs);
  for (const atMs of ticksMs) {
    clock.nowMs = atMs;
    lag.tick();
  }
  return (sinceMs: number, nowMs: number): number => {
    clock.nowMs = nowMs;
    return lag.since(sinceMs);
  };
}

describe('lagMeter', () => {
  it.each([
    ['nothing was late', [10, 20, 30], 0, 35, 0],
    ['one tick was late', [10, 60, 70], 0, 75, 40],
    ['it was late before', [10, 60, 70], 61, 75, 0],
    ['it was late while the time began', [10, 60, 70], 30, 75, 40],
    ['the worst of several counts', [10, 60, 170, 190], 0, 195, 100],
    ['the worst since then counts', [110, 120, 180, 190, 220], 150, 225, 50],
    ['a lesser one that came after the worst', [110, 120, 140], 115, 145, 10],
    ['it is late right now', [10, 20], 15, 90, 60],
    ['it never ticked', [], 0, 100, 90],
  ] as const)('%s', (_name, ticksMs, sinceMs, nowMs, expected) => {
    expect(meter(ticksMs)(sinceMs, nowMs)).toBe(expected);
  });

  it('agrees with a list of all that was measured', () => {
    let state = 7;
    const ticksMs: number[] = [];
    for (let atMs = 0; ticksMs.length < 500; ticksMs.push(atMs)) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      atMs += 10 + (state % 5 === 0 ? state % 97 : 0);
    }
    const late = ticksMs.map((atMs, index) => ({ atMs, byMs: atMs - (ticksMs[index - 1] ?? 0) - 10 }));
    const lastMs = ticksMs.at(-1) ?? 0;
    const worstSince = meter(ticksMs);
    for (let sinceMs = 0; sinceMs <= lastMs; sinceMs += 13) {
      const expected = Math.max(0, ...late.filter(({ atMs }) => atMs >= sinceMs).map(({ byMs }) => byMs));
      expect(worstSince(sinceMs, lastMs)).toBe(expected);
    }
  });
});
