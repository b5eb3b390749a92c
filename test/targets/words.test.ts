import { expect, it } from 'vitest';
import { checkText, wordsOf } from '../../src/targets/words.ts';

async function* pieces(...chunks: string[]): AsyncGenerator<string> {
  yield* chunks;
}

it('numbers the lines, whatever pieces they come in', async () => {
  const words = [];
  for await (const word of wordsOf(pieces('a b', 'c\n\n#no', ' no\nd#e\r\n', 'f'))) words.push(word);
  expect(words).toEqual([
    { text: 'a', line: 1 },
    { text: 'bc', line: 1 },
    { text: 'd#e', line: 4 },
    { text: 'f', line: 5 },
  ]);
});

it.each(['a\u0000', '\u001b[31m', '\u009b31m', '\u007f', '\ufffd'])('calls %j binary', (text) => {
  expect(() => checkText(text, 3)).toThrow('line 3 is not text');
});

it.each(['a:1\tb:2\r', 'bücher.example:25', '雪.example:25'])('lets %j pass', (text) => {
  expect(() => checkText(text, 1)).not.toThrow();
});
