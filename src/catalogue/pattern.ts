import { UsageError } from '../targets/usage-error.ts';
import { examine } from './examine.ts';

/** Longer than any of the catalogue, and short enough to be looked through. */
const LENGTH_MAX = 1_000;

/** Reads a pattern for first bytes: `^TENANT (?<version>\d+)`, or with flags `/^tenant/i`. Throws where it is not safe to use. */
export function patternFrom(text: string): RegExp {
  return safePattern(text, 'first bytes');
}

/** Reads a pattern for what may stand anywhere, such as the last line of several. */
export function patternAnywhere(text: string): RegExp {
  return safePattern(text, 'anywhere');
}

function safePattern(text: string, where: 'first bytes' | 'anywhere'): RegExp {
  if (text.length > LENGTH_MAX) throw new UsageError(`a pattern of ${text.length} characters`, SHORTER);
  const beyond = /[^\0-\xff]/u.exec(text)?.[0];
  if (beyond !== undefined)
    throw new UsageError(`"${beyond}" is no byte`, 'patterns match bytes: write UTF-8 as \\xc3\\xa4');
  const pattern = compiled(text);
  const fault = examine(pattern, where);
  if (fault) throw new UsageError(fault.words, fault.hint);
  return pattern;
}

const SHORTER = `write at most ${LENGTH_MAX}: the first bytes are enough to tell a protocol by`;

function compiled(text: string): RegExp {
  const [, literal, flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(text) ?? [];
  if (/[^is]/.test(flags)) throw new UsageError(`the flags "${flags}"`, 'only i and s make sense here');
  try {
    return new RegExp(literal ?? text, flags);
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^.*: /s, '') : String(error);
    throw new UsageError(`this is no regular expression: ${why.toLowerCase()}`, EXAMPLE);
  }
}

const EXAMPLE = "write it as in JavaScript, and in YAML within single quotes: '^TENANT (?<version>\\d{1,9})'";
