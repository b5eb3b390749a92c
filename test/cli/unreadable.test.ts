import { expect, it } from 'vitest';
import { unreadable } from '../../src/cli/unreadable.ts';
import { UsageError } from '../../src/targets/usage-error.ts';

const failure = (code: string) => Object.assign(new Error('no'), { code });

it.each([
  ['ENOENT', 'x: there is no such file or folder', null],
  ['EISDIR', 'x: this is a folder', 'name a file in it'],
  ['EACCES', 'x: permission denied', null],
  ['EROFS', 'x: the file system is read-only', null],
])('%s is told in words', (code, message, hint) => {
  const error = unreadable('x', failure(code));
  expect(error).toBeInstanceOf(UsageError);
  expect(error).toMatchObject({ message, hint });
});

it('leaves what is no slip of the user as it is', () => {
  const error = failure('EIO');
  expect(unreadable('x', error)).toBe(error);
});
