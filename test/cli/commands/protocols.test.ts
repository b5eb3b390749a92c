import { afterEach, beforeEach, expect, it, type MockInstance, vi } from 'vitest';
import { PROBES } from '../../../probes/index.ts';
import { protocols } from '../../../src/cli/commands/protocols.ts';

const NEVER = { signal: new AbortController().signal, stop: () => {}, exitCode: () => null };

let write: MockInstance<typeof process.stdout.write>;
beforeEach(() => {
  write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => {
  write.mockRestore();
  process.stdout.removeAllListeners('error');
});

const printed = (name: string | null) => {
  protocols(name, NEVER);
  return write.mock.calls.map(([text]) => String(text)).join('');
};

it('lists the whole catalogue', () => {
  const names = printed(null)
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0]);
  expect(names.slice(1)).toEqual(PROBES.map(({ name }) => name));
});

it.each(PROBES.map(({ name }) => name))('tells of %s nothing that a terminal could stumble over', (name) => {
  const text = printed(name.toUpperCase());
  expect(text.startsWith(`${name}: `)).toBe(true);
  expect(text).toMatch(/^[\x20-\x7e\n]+$/);
});

it('knows what was meant', () => {
  expect(() => printed('mysl')).toThrow(expect.objectContaining({ hint: 'did you mean mysql?' }));
});
