import Table from 'cli-table3';
import { inWords } from '../model/duration.ts';
import type { Finding } from '../model/finding.ts';
import { brief } from './brief.ts';
import { addressOf, placeOf } from './endpoint.ts';
import { terminal } from './escape.ts';
import type { Style } from './style.ts';
import { wrap } from './wrap.ts';

/** One line an endpoint, in the order they were asked for: verdict, endpoint, protocol, both first bytes, and why. */
export function overview(findings: readonly Finding[], style: Style): string {
  const isAmbiguous = namesWithMany(findings);
  const plain = findings.map((finding) => cells(finding, isAmbiguous(finding), style));
  const room = roomFor(plain, style);
  const wrapped = plain.map((row) => row.map((cell, column) => wrap(cell, widthOf(column, room))));
  const widths = TITLES.map((title, column) => widest([[title], ...wrapped.map((row) => row[column] ?? [])]) + GAP);
  const rows = findings.map((finding, index) => painted(wrapped[index] ?? [], finding, style));
  const head = TITLES.map((title) => style.paint.dim(title));
  return chunks([head, ...rows], CHUNK_ROWS)
    .map((chunk) => layOut(chunk, widths))
    .join('\n');
}

/** cli-table3 takes a time that grows with the square of the rows: a minute for ten thousand; in chunks of these a second. */
const CHUNK_ROWS = 10;

function layOut(rows: readonly string[][], colWidths: number[]): string {
  const style = { head: [], border: [], 'padding-left': 0, 'padding-right': GAP };
  const table = new Table({ chars: NO_LINES, colWidths, style });
  table.push(...rows);
  return table.toString().replaceAll(/[ \t]+$/gm, '');
}

function widest(cells: readonly (readonly string[])[]): number {
  return cells.reduce((most, lines) => lines.reduce((max, line) => Math.max(max, line.length), most), 0);
}

function chunks<T>(items: readonly T[], size: number): readonly T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

const TITLES = ['  verdict', 'endpoint', 'protocol', 'silent', 'nudged', 'why'];
const WHY = TITLES.indexOf('why');
const ENDPOINT = TITLES.indexOf('endpoint');
const GAP = 2;

/** What cli-table3 draws between cells: nothing. It would colour it, too, whatever the terminal is. */
const NO_LINES = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'mid', 'middle']
    .flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`])
    .map((name) => [name, '']),
);

/** A name that led to one address needs no address in the table. */
function namesWithMany(findings: readonly Finding[]): (finding: Finding) => boolean {
  const counts = new Map<string, number>();
  for (const { target } of findings) counts.set(placeOf(target), (counts.get(placeOf(target)) ?? 0) + 1);
  return ({ target }) => (counts.get(placeOf(target)) ?? 0) > 1;
}

function cells(finding: Finding, withAddress: boolean, { marks }: Style): readonly string[] {
  const { target, verdict, protocol, timing } = finding;
  const address = withAddress ? addressOf(target) : null;
  const time = (ms: number | null) => (ms === null ? marks.none : inWords(ms));
  return [
    `${marks[verdict.severity]} ${verdict.kind}`,
    `${placeOf(target)}${address === null ? '' : ` ${address}`}`,
    protocol === null ? marks.none : terminal(protocol.name).slice(0, PROTOCOL_MAX),
    time(timing.firstByteSilentMs),
    time(timing.firstByteNudgedMs),
    brief(finding),
  ];
}

/** No name in the catalogue is longer; what a report that was fed back calls a protocol may be. */
const PROTOCOL_MAX = 20;

interface Room {
  readonly endpoint: number | null;
  readonly why: number | null;
}

/** Below this many columns a reason cannot be read, and the endpoint has to give way. */
const WHY_MIN = 14;

/** Shares what the short columns leave between the two long ones. */
function roomFor(rows: readonly (readonly string[])[], { width }: Style): Room {
  if (width === null) return { endpoint: null, why: null };
  const widest = TITLES.map((title, column) =>
    rows.reduce((max, row) => Math.max(max, row[column]?.length ?? 0), title.length),
  );
  const [endpoint = 0, why = 0] = [widest[ENDPOINT], widest[WHY]];
  const rest = width - GAP * WHY - widest.reduce((sum, each) => sum + each, 0) + endpoint + why;
  const whyRoom = Math.max(WHY_MIN, Math.min(why, rest - endpoint));
  return { endpoint: Math.max(WHY_MIN, rest - whyRoom), why: whyRoom };
}

function widthOf(column: number, room: Room): number | null {
  return column === ENDPOINT ? room.endpoint : column === WHY ? room.why : null;
}

function painted(row: readonly (readonly string[])[], { verdict }: Finding, { paint }: Style): string[] {
  const isDim = (column: number) => column === WHY && verdict.severity === 'ok';
  return row.map((lines, column) => {
    const paintCell = column === 0 ? paint[verdict.severity] : isDim(column) ? paint.dim : (line: string) => line;
    return lines.map(paintCell).join('\n');
  });
}
