import { UsageError } from './usage-error.ts';

/** A word of a target list and the line it stands on. */
export interface Word {
  readonly text: string;
  readonly line: number;
}

/** The words of a text as it arrives: white space separates, `#` comments out the rest of a line. Holds one line at a time. */
export async function* wordsOf(chunks: AsyncIterable<string>): AsyncGenerator<Word> {
  let line = 0;
  let rest = '';
  for await (const chunk of chunks) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) yield* wordsOfLine(text, ++line);
    if (rest.length > LINE_BOUND)
      throw new UsageError(`line ${line + 1} is longer than ${LINE_BOUND} characters`, LIST_HINT);
  }
  yield* wordsOfLine(rest, line + 1);
}

/** Refuses what no target list contains, before it is shown to anybody. */
export function checkText(text: string, line: number): void {
  if (BINARY.test(text)) throw new UsageError(`line ${line} is not text: this looks like a binary file`, LIST_HINT);
}

const LINE_BOUND = 65_536;
const LIST_HINT = 'give a list of host:port, one a line, or JSON or YAML';

/** C0 controls but tab and line ends, DEL, C1 controls, and what stands for bytes that are no UTF-8. */
const BINARY = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/;

function* wordsOfLine(text: string, line: number): Iterable<Word> {
  checkText(text, line);
  for (const word of text.split(/\s+/)) {
    if (word.startsWith('#')) return;
    if (word !== '') yield { text: word, line };
  }
}
