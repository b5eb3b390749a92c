import type { Finding, Fix } from '../model/finding.ts';
import { causeInWords } from './cause.ts';
import { placeAndAddress, placeOf } from './endpoint.ts';
import { terminal } from './escape.ts';
import { evidence } from './evidence.ts';
import type { Group } from './groups.ts';
import type { Style } from './style.ts';
import { hang, wrap } from './wrap.ts';

/** A problem in full: what and where, the sentence, the evidence, who holds it, and what to do. */
export function problem({ first, others }: Group, style: Style, isManifestShown: boolean): string {
  const lines = [
    heading(first, style),
    ...hang('  ', terminal(first.verdict.sentence), style.width),
    ...evidence(first, style).map(style.paint.dim),
    ...(first.cause ? labelled('cause', causeInWords(first.cause, first.verdict), style) : []),
    ...advice(first.fixes, style, isManifestShown),
    ...(others.length > 0 ? alike(others, style) : []),
  ];
  return `${lines.join('\n')}\n`;
}

function heading({ target, verdict, protocol }: Finding, { paint, marks }: Style): string {
  const named =
    target.expectedProtocol !== null && target.expectedProtocol !== protocol?.name
      ? `expected ${target.expectedProtocol}`
      : null;
  const spoken =
    protocol === null ? null : `${protocol.name}${protocol.version === null ? '' : ` ${protocol.version}`}`;
  const facts = [placeAndAddress(target), spoken, named].filter((fact) => fact !== null);
  const [place = '', ...rest] = facts.map(terminal);
  const tail = rest.map((fact) => ` ${marks.dot} ${fact}`).join('');
  return `${paint[verdict.severity](`${marks[verdict.severity]} ${verdict.kind}`)} ${marks.dot} ${paint.bold(place)}${tail}`;
}

/** The first change with its manifest, the other ones by name; all of it, or next to nothing, where that is wanted or was printed before. */
function advice(fixes: readonly Fix[], style: Style, isManifestShown: boolean): readonly string[] {
  return (isManifestShown ? fixes.slice(0, 1) : fixes).flatMap((fix, index) => {
    const label = index > 0 ? 'or' : fix.manifest === null && fixes.length === 1 ? 'next' : 'fix';
    const title = labelled(label, fix.title, style);
    if (isManifestShown) return [...title, ...AS_ABOVE];
    return index > 0 && style.detail !== 'all' ? title : [...title, ...manifest(fix, style)];
  });
}

const AS_ABOVE = ['    (the rest is as above, with other names; --verbose prints each)'];

function manifest({ manifest: text, caution }: Fix, style: Style): readonly string[] {
  const lines =
    text === null
      ? []
      : text
          .trimEnd()
          .split('\n')
          .flatMap((line) => manifestLine(terminal(line), style.width));
  return [...lines.map(style.paint.code), ...(caution === null ? [] : labelled('caution', caution, style))];
}

/** A comment may be broken into several; the YAML stays as it is. */
function manifestLine(line: string, width: number | null): readonly string[] {
  const [, lead, comment] = /^( *# )(.*)$/.exec(line) ?? [];
  if (lead === undefined || comment === undefined) return [`    ${line}`.trimEnd()];
  return wrap(comment, width === null ? null : width - INDENT - lead.length).map((piece) => `    ${lead}${piece}`);
}

const INDENT = 4;

/** How many of the others are named; the table has them all. */
const NAMED_MAX = 5;

function alike(others: readonly Finding[], style: Style): readonly string[] {
  const named = others.slice(0, NAMED_MAX).map(({ target }) => placeOf(target));
  const more = others.length > named.length ? `, and ${others.length - named.length} more` : '';
  return labelled('also at', `${named.join(', ')}${more}`, style);
}

/** `  next     look at …`, the words below each other. */
function labelled(label: string, text: string, { paint, width }: Style): readonly string[] {
  const lead = `  ${label.padEnd('also at'.length)}  `;
  return hang(lead, terminal(text), width).map((line, index) =>
    index === 0 ? `${paint.dim(lead)}${line.slice(lead.length)}` : line,
  );
}
