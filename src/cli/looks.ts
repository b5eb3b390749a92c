import type { Looks } from '../report/style.ts';

/** What there is to know about a terminal, or about what stands in its place. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
}

interface Wishes {
  readonly color: 'auto' | 'always' | 'never';
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly output: string | null;
}

/** How the table is to look there. */
export function looksFor(surroundings: Surroundings, { color, quiet, verbose, output }: Wishes): Looks {
  const onTerminal = surroundings.isTerminal && output === null;
  return {
    color: color === 'auto' ? wantsColor(surroundings.environment, onTerminal) : color === 'always',
    unicode: knowsUnicode(surroundings),
    // A terminal that was not told its size says 0.
    width: onTerminal ? surroundings.columns || USUAL_WIDTH : null,
    detail: verbose ? 'all' : quiet ? 'problems' : 'usual',
  };
}

const USUAL_WIDTH = 80;

/** FORCE_COLOR before NO_COLOR, as Node itself has it; both as their own sites define them. */
function wantsColor({ FORCE_COLOR, NO_COLOR, TERM }: Surroundings['environment'], onTerminal: boolean): boolean {
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return onTerminal && TERM !== 'dumb';
}

/** By the locale, as POSIX has it; where there is none it is "C", which knows ASCII only. */
function knowsUnicode({ environment: { LC_ALL, LC_CTYPE, LANG }, platform }: Surroundings): boolean {
  return platform === 'win32' || /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '');
}
