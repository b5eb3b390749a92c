import { expect, it } from 'vitest';
import { wordsOfDocument } from '../../src/targets/document.ts';

it.each<[unknown, readonly string[]]>([
  [[], []],
  [['a:1'], ['a:1']],
  [{ targets: ['a:1'] }, ['a:1']],
  [[{ host: 'a', port: 1 }], ['a:1']],
  [[{ host: 'a', port: '1-3' }], ['a:1-3']],
  [[{ host: '::1', port: 1 }], ['[::1]:1']],
  [[{ host: '[::1]', port: 1 }], ['[::1]:1']],
  [[{ host: 'a', protocol: 'mysql' }], ['mysql://a']],
  [[{ host: 'a', port: 1, protocol: 'mysql' }], ['mysql://a:1']],
])('%j', (document, words) => {
  expect(wordsOfDocument(document)).toEqual(words);
});

it.each([
  null,
  undefined,
  7,
  'a:1',
  { hosts: [] },
  { targets: 'a:1' },
  [[]],
  [null],
  [{ host: '' }],
  [{ host: 'a', port: true }],
  [{ host: 'a', protocol: 1 }],
])('refuses %j', (document) => {
  expect(() => wordsOfDocument(document)).toThrow(/list|entry/);
});
