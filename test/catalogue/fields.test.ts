import { describe, expect, it } from 'vitest';
import {
  bytes,
  list,
  oneOf,
  optional,
  pattern,
  port,
  protocolName,
  type Read,
  record,
  required,
  words,
} from '../../src/catalogue/fields.ts';

const pair = record<{ one: number; two?: number }>({ one: required(port), two: optional(port) });

it.each<[string, Read<unknown>, unknown, unknown]>([
  ['a record', pair, { one: 1 }, { one: 1 }],
  ['a record with a field that says nothing', pair, { one: 1, two: null }, { one: 1 }],
  ['a list', list(port), [1, 65_535], [1, 65_535]],
  ['an empty list', list(port, 0), [], []],
  ['words', words, ' Tenant broker ', 'Tenant broker'],
  ['words of any tongue', words, 'Mandant \u00fcber \u6771', 'Mandant \u00fcber \u6771'],
  ['bytes', bytes, '\0\r\n\u00ff', '\0\r\n\xff'],
  ['a pattern', pattern, '^a', /^a/],
  ['a choice', oneOf('server', 'client'), 'client', 'client'],
  ['a name', protocolName, 'my-protocol2', 'my-protocol2'],
])('%s is read', (_, read, value, found) => {
  expect(read(value, 'place')).toEqual(found);
});

describe('a mistake says where it is, and what to write', () => {
  it.each<[Read<unknown>, unknown, string, string]>([
    [pair, [], 'place: a list where fields belong', 'write one: '],
    [pair, {}, 'place.one: is missing', 'write one: '],
    [pair, { one: 1, tow: 2 }, 'place.tow: is no field', 'did you mean two?'],
    [pair, { one: 1, xyz: 2 }, 'place.xyz: is no field', 'there are one, two'],
    [pair, { one: 'x' }, 'place.one: "x" is not a port', 'between 1 and 65535'],
    [port, 65_536, 'place: "65536" is not a port', 'between 1 and 65535'],
    [port, 0, 'place: "0" is not a port', 'between 1 and 65535'],
    [port, 1.5, 'place: "1.5" is not a port', 'between 1 and 65535'],
    [list(port), [1, 'x'], 'place[1]: "x" is not a port', 'between'],
    [list(port), 25, 'place: "25" where a list belongs', '[one, two]'],
    [list(port), [], 'place: is empty', 'leave it out'],
    [words, ' ', 'place: is empty', 'a few words'],
    [words, 'a\u001b[2Jb', 'place: has a control character', 'one line'],
    [words, 'a\u202eb', 'place: has a control character', 'one line'],
    [words, 3.1, 'place: "3.1" where text belongs', 'in quotes: "3.1"'],
    [bytes, '', 'place: is empty', '\\x00'],
    [bytes, 'a\u20ac', 'place: "\u20ac" is no byte', '"\\xc3\\xa4"'],
    [bytes, 'a\ud83d\ude00', 'place: "\ud83d\ude00" is no byte', 'one character is one byte'],
    [bytes, 'x'.repeat(65_537), 'place: 65537 bytes', '65536'],
    [bytes, null, 'place: nothing where text belongs', 'in quotes'],
    [pattern, 'a', 'place: a pattern begins with ^', '^one|^two'],
    [pattern, {}, 'place: a record where text belongs', 'in quotes'],
    [oneOf('server', 'client'), 'both', 'place: "both" is neither server nor client', 'write server or client'],
    [protocolName, 'tcp', 'place: tcp:// stands for any protocol', 'otherwise'],
    [protocolName, 'My Protocol', 'place: "My Protocol" is not a name', 'small letters'],
    [protocolName, 'a-', 'place: "a-" is not a name', 'single hyphens'],
  ])('%#', (read, value, message, hint) => {
    expect(() => read(value, 'place')).toThrow(
      expect.objectContaining({ message: expect.stringContaining(message), hint: expect.stringContaining(hint) }),
    );
  });
});
