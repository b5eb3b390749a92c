import { expect, it } from 'vitest';
import { say } from '../../../src/cli/commands/say.ts';

it('prints what it is given', () => {
  const pieces: string[] = [];
  const never = { signal: new AbortController().signal, stop: () => {}, exitCode: () => null };
  expect(say('help\n', never, { write: (piece) => void pieces.push(piece), close: () => {} })).toBe(0);
  expect(pieces).toEqual(['help\n']);
});
