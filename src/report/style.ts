import { createColors } from 'picocolors';
import type { Severity } from '../model/verdict.ts';

type Painter = (text: string) => string;

/** How a report may look. Formats for machines take no notice of it. */
export interface Style {
  readonly paint: { readonly [S in Severity | 'bold' | 'dim' | 'code']: Painter };
  readonly marks: { readonly [M in Severity | 'dot' | 'none' | 'ellipsis']: string };
  /** Columns of the terminal; null where lines may be as long as they like, as in a pipe. */
  readonly width: number | null;
  /** Only what is wrong, the usual, or everything that was recorded. */
  readonly detail: 'problems' | 'usual' | 'all';
}

/** What the terminal, or whatever stdout is, can show. */
export interface Looks {
  readonly color: boolean;
  readonly unicode: boolean;
  readonly width: number | null;
  readonly detail: Style['detail'];
}

/** A style for those looks. */
export function styleFor({ color, unicode, width, detail }: Looks): Style {
  const { green, yellow, red, bold, dim, cyan } = createColors(color);
  const paint = { ok: green, warn: yellow, fail: red, bold, dim, code: cyan };
  return { paint, marks: unicode ? UNICODE : ASCII, width, detail };
}

const UNICODE: Style['marks'] = { ok: '✓', warn: '!', fail: '✗', dot: '·', none: '–', ellipsis: '…' };
const ASCII: Style['marks'] = { ok: '+', warn: '!', fail: 'x', dot: '|', none: '-', ellipsis: '...' };
