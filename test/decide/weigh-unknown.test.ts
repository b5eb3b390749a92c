import { expect, test } from 'vitest';
import { gather } from '../../src/decide/evidence.ts';
import { fingerprint } from '../../src/decide/fingerprint.ts';
import { weighUnknown } from '../../src/decide/weigh-unknown.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import { CATALOGUE, GREETING, gaveUp, heard, listen, nudge, opened, said } from './write.ts';

const replied = (name: 'quiet' | 'quiet-tabs' | 'one-letter' | 'one-tls-byte', bytes: string) =>
  nudge({ nudge: name, blankLine: false }, opened(), said(0.5), heard(1, bytes));
const silent = (name: 'quiet' | 'quiet-tabs' | 'one-letter' | 'one-tls-byte') =>
  nudge({ nudge: name, blankLine: false }, opened(), said(0.5), gaveUp(500));

const WELCOME = replied('quiet', 'WELCOME 1');

test.each<[string, Transcript[], object]>([
  ['a known greeting', [replied('quiet', GREETING)], { kind: 'nothing-unknown' }],
  ['no reply', [silent('quiet')], { kind: 'nothing-unknown' }],
  ['an unknown reply', [WELCOME], { kind: 'undecided' }],
  ['other words for another nudge', [WELCOME, replied('quiet-tabs', 'GOT TAB')], { kind: 'answer' }],
  ['the same words, not weighed further', [WELCOME, replied('quiet-tabs', 'WELCOME 2')], { kind: 'undecided' }],
  [
    'somebody waits after a letter',
    [WELCOME, replied('quiet-tabs', 'WELCOME 2'), silent('one-letter'), replied('one-tls-byte', 'WELCOME 3')],
    { kind: 'greeting', confidence: 'likely' },
  ],
  [
    'somebody waits after the first byte of TLS',
    [WELCOME, replied('quiet-tabs', 'WELCOME 2'), replied('one-letter', 'WELCOME 3'), silent('one-tls-byte')],
    { kind: 'greeting', confidence: 'likely' },
  ],
  [
    'any byte will do',
    [
      WELCOME,
      replied('quiet-tabs', 'WELCOME 2'),
      replied('one-letter', 'WELCOME 3'),
      replied('one-tls-byte', 'WELCOME 4'),
    ],
    { kind: 'answer' },
  ],
  [
    'it did not come again',
    [WELCOME, silent('quiet-tabs'), silent('one-letter'), silent('one-tls-byte')],
    { kind: 'greeting', confidence: 'possible' },
  ],
])('%s', (_name, nudges, expected) => {
  const read = (bytes: string) => fingerprint(bytes, CATALOGUE, { port: 1, expectedProtocol: null });
  expect(weighUnknown(gather([listen(opened(), gaveUp(6_000)), ...nudges], read).nudged)).toMatchObject(expected);
});
