import { createColors } from 'picocolors';
import { expect, it } from 'vitest';
import { styleFor } from '../../src/report/style.ts';

const LOOKS = { color: false, unicode: false, width: 80, detail: 'usual' } as const;

it('paints only where colour is wanted', () => {
  expect(styleFor(LOOKS, null).paint.fail('stalled')).toBe('stalled');
  expect(styleFor(LOOKS, createColors(true)).paint.fail('stalled')).toBe('\u001b[31mstalled\u001b[39m');
});

it('keeps to ASCII where nothing else is known', () => {
  expect(Object.values(styleFor(LOOKS, null).marks).join('')).toMatch(/^[\x20-\x7e]+$/);
  expect(styleFor({ ...LOOKS, unicode: true }, null).marks.ok).toBe('✓');
});

it('has a mark of its own for each severity', () => {
  for (const unicode of [true, false]) {
    const { ok, warn, fail } = styleFor({ ...LOOKS, unicode }, null).marks;
    expect(new Set([ok, warn, fail]).size).toBe(3);
  }
});
