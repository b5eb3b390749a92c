import { expect, it, vi } from 'vitest';
import { say } from '../../../src/cli/commands/say.ts';

it('prints what it is given', () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  expect(say('help\n', { signal: new AbortController().signal, stop: () => {}, exitCode: () => null })).toBe(0);
  expect(write.mock.calls).toEqual([['help\n']]);
  write.mockRestore();
});
