import { describe, expect, it } from 'vitest';
import { headersEnd, isToken, judgeRequest } from '../../src/lab/http-bytes.ts';

describe('judgeRequest', () => {
  it.each([
    ['', 'wait'],
    ['GET / HT', 'wait'],
    ['XXXXXX', 'wait'],
    ['?????', 'wait'],
    ['GET / HTTP/1.1\r\n', 'wait'],
    ['GET / HTTP/1.1\r\nHost: x\r\n', 'wait'],
    ['GET / HTTP/1.1\r\nHost: x\r\n\r\n', 'whole'],
    ['GET / HTTP/1.1\n\n', 'whole'],
    ['GET / HTTP/1.0\r\n\r\n', 'old'],
    ['     ', 'bad'],
    ['\0', 'bad'],
    ['\x20\x20\x20\x01\x20\x20\x20\x20', 'bad'],
    ['QUIT\r\n', 'bad'],
    ['EHLO mail.example\r\n', 'bad'],
    ['?? / HTTP/1.1\r\n', 'bad'],
    ['GET / HTTP/2.0\r\n', 'bad'],
    ['GET / HTTP/1.1 x\r\n', 'bad'],
  ])('%j: %s', (request, fate) => {
    expect(judgeRequest(request)).toBe(fate);
  });
});

describe('headersEnd', () => {
  it.each([
    ['', -1],
    ['GET / HTTP/1.1\r\n', -1],
    ['GET / HTTP/1.1\r\n\r\nbody', 18],
    ['GET / HTTP/1.1\n\nbody', 16],
    ['a\n\r\n\n', 4],
  ])('%j: %i', (request, end) => {
    expect(headersEnd(request)).toBe(end);
  });
});

describe('isToken', () => {
  it('knows the characters of RFC 9110', () => {
    const all = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));
    expect(all.filter(isToken).join('')).toBe(
      "!#$%&'*+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz|~",
    );
  });

  it('is none without a character', () => {
    expect(isToken('')).toBe(false);
  });
});
