/** A value that only the user knows: a guess that keeps the manifest valid, and what belongs there instead. */
export interface Guess {
  readonly guess: string;
  readonly hint: string;
}

/** Words of our own for a comment. */
export interface Note {
  readonly note: string;
}

type Value = string | number | Guess | Note;

/**
 * Writes a Kubernetes manifest: the template's own indentation is taken off, and every value is written as a YAML scalar that
 * cannot break out, whatever it holds. A guess is followed by a comment, so it must be the last of its line.
 */
export function manifest(literals: TemplateStringsArray, ...values: readonly Value[]): string {
  const indent = /^\n( *)/.exec(literals[0] ?? '')?.[1] ?? '';
  const dedented = literals.map((literal) => literal.replaceAll(`\n${indent}`, '\n'));
  const text = dedented.reduce((before, literal, index) => before + write(values[index - 1] ?? '', before) + literal);
  return `${text.trim()}\n`;
}

/** Several objects in one file. */
export function documents(...texts: readonly (string | null)[]): string {
  return texts.filter((text) => text !== null).join('---\n');
}

/** A comment. */
export function note(text: string): Note {
  return { note: text };
}

/** A value that stands in for one nobody told us. */
export function guess(value: string, hint: string): Guess {
  return { guess: value, hint };
}

/**
 * A string as YAML 1.1 reads it back: kubectl, Istio and Envoy all take a bare `on`, `y`, `12:30` or `0x10` for something else.
 * Whatever is not plainly a name is quoted; what cannot be seen is escaped.
 */
export function scalar(text: string): string {
  if (/^[a-z][\w./-]{0,252}$/i.test(text) && !NOT_A_STRING.test(text)) return text;
  if (/^[ !#-~]*"[ -~]*$/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text).replaceAll(INVISIBLE, escapeSequence);
}

/** The words of the YAML 1.1 type repository for booleans and null, and what some readers take for a number without its digits. */
const NOT_A_STRING = /^(?:y|n|yes|no|on|off|true|false|null|e[-+]?\d+)$/i;

/** JSON leaves these as they are; YAML breaks lines at some, and a terminal obeys others. */
const INVISIBLE = /[^\0-\x7e]/gu;

function escapeSequence(character: string): string {
  const digits = (character.codePointAt(0) ?? 0).toString(16);
  return digits.length > 4 ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`;
}

function write(value: Value, before: string): string {
  switch (typeof value) {
    case 'number':
      return String(value);
    case 'string':
      return scalar(value);
    default:
      return 'note' in value ? comment(value.note, before) : `${scalar(value.guess)} # change me: ${value.hint}`;
  }
}

/** Each line begins where the first one does. */
function comment(text: string, before: string): string {
  const indent = before.slice(before.lastIndexOf('\n') + 1);
  return `# ${text.replaceAll('\n', `\n${indent}# `)}`;
}
