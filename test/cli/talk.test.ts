import { expect, it, vi } from 'vitest';
import { talk } from '../../src/cli/talk.ts';

it('is for stderr, and shows no terminal what it should not see', () => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  talk('note', 'a name \u001b[2J\u202e');
  expect(write.mock.calls).toEqual([['note: a name \\x1b[2J\\u{202e}\n']]);
  write.mockRestore();
});
