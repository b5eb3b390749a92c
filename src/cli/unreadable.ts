import { UsageError } from '../targets/usage-error.ts';

/** A file that cannot be opened is a slip of the user's: what is wrong with it, in words. */
export function unreadable(what: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const words = WORDS[code];
  return words === undefined ? error : new UsageError(`${what}: ${words}`, HINTS[code] ?? null);
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'this is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'too many symbolic links',
  ENXIO: 'nothing can be opened there',
  ETXTBSY: 'the file is a program that runs',
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'no space is left for this user',
};

const HINTS: Readonly<Record<string, string>> = { EISDIR: 'name a file in it' };
