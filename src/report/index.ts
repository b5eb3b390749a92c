import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { Style } from './style.ts';

/** A format is one function that returns text; only the command line prints. */
export type Reporter = (report: Report, style: Style) => string;

/** The formats there are. Each is loaded only when it is asked for. */
export const REPORTERS = {
  table: async () => (await import('./table.ts')).table,
  json: async () => (await import('./json.ts')).json,
  ndjson: async () => (await import('./ndjson.ts')).ndjson,
} satisfies Readonly<Record<string, () => Promise<Reporter>>>;

export type Format = keyof typeof REPORTERS;

/** Formats whose findings can be made into text as they settle, and the report be put together of those in the end. */
export const PIECE_BY_PIECE: {
  readonly [F in Format]?: () => Promise<{
    readonly piece: (finding: Finding) => string;
    readonly pieces: (report: Report, pieces: Iterable<string>) => Iterable<string>;
  }>;
} = {
  json: async () => {
    const { jsonPiece, jsonPieces } = await import('./json.ts');
    return { piece: jsonPiece, pieces: jsonPieces };
  },
};

/** Formats in which a finding can be printed as soon as it has settled, so that nothing needs to be kept. */
export const LINE_BY_LINE: { readonly [F in Format]?: () => Promise<(finding: Finding) => string> } = {
  ndjson: async () => (await import('./ndjson.ts')).ndjsonLine,
};
