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

/** What colours text, as the package that knows how calls it. */
export type Colors = { readonly [C in 'green' | 'yellow' | 'red' | 'bold' | 'dim' | 'cyan']: Painter };

/** A style for those looks, painted only where there are colours. */
export function styleFor({ unicode, width, detail }: Looks, colors: Colors | null): Style {
  const { green, yellow, red, bold, dim, cyan } = colors ?? PLAIN;
  const paint = { ok: green, warn: yellow, fail: red, bold, dim, code: cyan };
  return { paint, marks: unicode ? UNICODE : ASCII, width, detail };
}

const plainly: Painter = (text) => text;
const PLAIN: Colors = { green: plainly, yellow: plainly, red: plainly, bold: plainly, dim: plainly, cyan: plainly };

const UNICODE: Style['marks'] = { ok: '✓', warn: '!', fail: '✗', dot: '·', none: '–', ellipsis: '…' };
const ASCII: Style['marks'] = { ok: '+', warn: '!', fail: 'x', dot: '|', none: '-', ellipsis: '...' };
