import { describe, expect, it } from 'vitest';
import { alpnOf } from '../../src/net/server-hello.ts';

const hello = (sessionId: string, extensions: string) =>
  `\x16\x03\x03\0\x40\x02\0\0\x3c\x03\x03${'r'.repeat(32)}${String.fromCharCode(sessionId.length)}${sessionId}\xc0\x2b\0` +
  `\0${String.fromCharCode(extensions.length)}${extensions}`;
const H2 = '\0\x10\0\x05\0\x03\x02h2';
const OTHER = '\xff\x01\0\x01\0';

describe('alpnOf', () => {
  it.each([
    ['alone', hello('', H2), 'h2'],
    ['after a session id and another extension', hello('s'.repeat(32), OTHER + H2), 'h2'],
    ['none chosen', hello('', OTHER), null],
    ['no extensions', hello('', ''), null],
    ['extensions that are not all there', hello('', OTHER + H2).slice(0, -6), null],
    ['an extension of no length', hello('', '\0\0\0\0'.repeat(3)), null],
    ['an alert', '\x15\x03\x03\0\x02\x02\x28', null],
    ['a greeting', '220 hello\r\n', null],
    ['nothing', '', null],
  ])('%s', (_name, flight, alpn) => {
    expect(alpnOf(flight)).toBe(alpn);
  });
});
