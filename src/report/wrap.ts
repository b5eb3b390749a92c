/** Breaks text at its spaces into lines of at most `width` characters; a word that is longer is broken where it must be. */
export function wrap(text: string, width: number | null): readonly string[] {
  if (width === null || text.length <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of glued(text)
    .split(' ')
    .flatMap((long) => pieces(long, Math.max(1, width)))) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => each.replaceAll(GLUE, ' '));
}

/** A no-break space, for as long as lines are being made. */
const GLUE = '\u00a0';

/** A figure stays with its unit, and what a server said in one piece. */
function glued(text: string): string {
  const quoted = text.replaceAll(/`[^`]*`/g, (quote) => quote.replaceAll(' ', GLUE));
  return quoted.replaceAll(/(\d) (ms|s|min)\b/g, `$1${GLUE}$2`);
}

/** A paragraph: the first line after `lead`, the others below its first letter. */
export function hang(lead: string, text: string, width: number | null): readonly string[] {
  const room = width === null ? null : Math.max(NARROWEST, width - lead.length);
  return wrap(text, room).map((line, index) => `${index === 0 ? lead : ' '.repeat(lead.length)}${line}`);
}

/** Below this nothing can be read; then lines run over. */
const NARROWEST = 20;

function pieces(word: string, width: number): readonly string[] {
  return word.length <= width ? [word] : [...word.matchAll(new RegExp(`.{1,${width}}`, 'gsu'))].map(([piece]) => piece);
}
