import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { asciiJson, excerpt, quoted, terminal } from '../../src/report/escape.ts';

describe('terminal', () => {
  it.each([
    ['plain text', 'plain text'],
    ['\u001b[31mred', '\\x1b[31mred'],
    ['\u009b31m', '\\x9b31m'],
    ['a\r\n\tb', 'a\\x0d\\x0a\\x09b'],
    ['\u007f', '\\x7f'],
    ['bücher', 'b\\xfccher'],
    ['\u202egnp', '\\u{202e}gnp'],
    ['😀', '\\u{1f600}'],
    ['\ud800', '\\u{d800}'],
  ])('%j', (text, shown) => {
    expect(terminal(text)).toBe(shown);
  });

  it('leaves nothing but printable ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(terminal(text)).toMatch(/^[\x20-\x7e]*$/);
      }),
    );
  });
});

describe('excerpt', () => {
  it.each([
    ['220 mail ESMTP\r\n', '220 mail ESMTP\\r\\n'],
    ['J\x00\x00\x00\n8.0.36\x00\x0b\x00', 'J\\x00~8.0.36\\x00~'],
    ['\x00\xff', '\\x00\\xff'],
    ['a`b\\c', 'a\\x60b\\\\c'],
    ['\t', '\\t'],
    ['', ''],
    ['x'.repeat(41), `${'x'.repeat(40)}~`],
    [`${'x'.repeat(39)}\xff\xff`, `${'x'.repeat(39)}~`],
  ])('%j', (bytes, shown) => {
    expect(excerpt(bytes, 40, '~')).toBe(shown);
  });

  it('is short and harmless whatever the server sends', () => {
    const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => String.fromCharCode(...array));
    fc.assert(
      fc.property(bytes, (text) => {
        expect(excerpt(text, 40, '~')).toMatch(/^[\x20-\x5f\x61-\x7e]{0,41}$/);
      }),
    );
  });

  it('takes its time with no megabyte', () => {
    expect(excerpt('\x00'.repeat(1_000_000), 40, '~')).toBe('\\x00~');
  });
});

describe('asciiJson', () => {
  it('is JSON of the same value, in printable ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(asciiJson({ [text]: text })).toMatch(/^[\x20-\x7e]*$/);
        expect(JSON.parse(asciiJson({ [text]: text }))).toEqual(JSON.parse(JSON.stringify({ [text]: text })));
      }),
    );
  });
});

describe('quoted', () => {
  const bytes = fc
    .array(fc.integer({ min: 0, max: 255 }))
    .map((codes) => codes.map((code) => String.fromCharCode(code)).join(''));

  it('is read by JavaScript and by YAML as the bytes it stands for, and is plain ASCII', () => {
    fc.assert(
      fc.property(bytes, (text) => {
        expect(quoted(text)).toMatch(/^"[\x20-\x7e]*"$/);
        expect(runInNewContext(quoted(text))).toBe(text);
        expect(parse(`bytes: ${quoted(text)}`)).toEqual({ bytes: text });
      }),
    );
  });
});
