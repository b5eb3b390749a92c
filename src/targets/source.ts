import type { Probe } from '../model/probe.ts';
import type { Target } from '../model/target.ts';
import { wordsOfDocument } from './document.ts';
import { parseJson } from './json.ts';
import { parseTargets } from './parse.ts';
import { located, UsageError } from './usage-error.ts';
import { checkText, wordsOf } from './words.ts';

/** A file or a pipe with targets in it, in whatever pieces it arrives. */
export interface Source {
  /** As messages name it: the path, or "standard input". */
  readonly name: string;
  readonly chunks: AsyncIterable<string>;
}

/** The targets of a source, as they arrive: plain text line by line, JSON and YAML when they are whole. */
export async function* targetsFrom(source: Source, catalogue: readonly Probe[]): AsyncGenerator<Target> {
  const { shape, chunks } = await shapeOf(source);
  const words = shape === 'text' ? wordsOf(chunks) : wordsOfWhole(shape, await whole(source.name, chunks));
  try {
    for await (const { text, line } of words) {
      try {
        yield* parseTargets(text, catalogue);
      } catch (error) {
        throw located(shape === 'text' ? `line ${line}` : `entry ${line}`, error);
      }
    }
  } catch (error) {
    throw located(source.name, error);
  }
}

type Shape = 'text' | 'json' | 'yaml';

/** A document is read whole: enough for half a million targets, and a bound on the memory of a wrong file. */
const DOCUMENT_BOUND = 32 * 1024 * 1024;

/** By the name, and where that says nothing by the first words: a text list never begins with `["`, `[{`, `{` or `- `. */
async function shapeOf({ name, chunks }: Source): Promise<{ shape: Shape; chunks: AsyncIterable<string> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const { head, done } = await firstWords(iterator);
  const joined = chained(head, done ? null : iterator);
  if (/\.json$/i.test(name)) return { shape: 'json', chunks: joined };
  if (/\.ya?ml$/i.test(name)) return { shape: 'yaml', chunks: joined };
  if (/^\s*(\{|\[\s*["{\]])/.test(head)) return { shape: 'json', chunks: joined };
  return { shape: /^(\s|#.*\n)*(- |---|targets:)/.test(head) ? 'yaml' : 'text', chunks: joined };
}

const HEAD_BOUND = 4_096;

async function firstWords(iterator: AsyncIterator<string>): Promise<{ head: string; done: boolean }> {
  let head = '';
  while (head.length < HEAD_BOUND && !/^[^\S\n]*[^#\s].*\n/m.test(head)) {
    const next = await iterator.next();
    if (next.done) return { head: head.replace(/^\ufeff/, ''), done: true };
    head += next.value;
  }
  return { head: head.replace(/^\ufeff/, ''), done: false };
}

async function* chained(head: string, rest: AsyncIterator<string> | null): AsyncGenerator<string> {
  yield head;
  if (rest) yield* { [Symbol.asyncIterator]: () => rest };
}

async function whole(name: string, chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) {
    text += chunk;
    if (text.length > DOCUMENT_BOUND)
      throw new UsageError(
        `${name} is larger than ${DOCUMENT_BOUND} characters`,
        'give it as plain text, one target a line',
      );
  }
  return text;
}

async function* wordsOfWhole(shape: 'json' | 'yaml', text: string): AsyncGenerator<{ text: string; line: number }> {
  checkText(text, 1);
  const document = shape === 'json' ? parseJson(text) : (await import('./yaml.ts')).parseYaml(text);
  for (const [index, word] of wordsOfDocument(document).entries()) yield { text: word, line: index + 1 };
}
