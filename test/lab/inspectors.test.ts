import { describe, expect, it } from 'vitest';
import { clientHello } from '../../src/lab/client-hello.ts';
import { type Decision, INSPECTORS, type Inspector, inspect } from '../../src/lab/inspectors.ts';

const HELLO = clientHello(['h2']);
const W = 'wait';
const R = 'raw';
const T = 'tls';
const H = 'http';
const B = 'broken';

const COLUMNS = [
  'envoy-tls',
  'envoy-http',
  'envoy-http-legacy',
  'haproxy',
  'nginx',
  'sslh',
  'linkerd',
] as const satisfies readonly Inspector[];

/** A row a nudge, a column an inspector. Envoy 1.40, HAProxy 2.6, nginx 1.22 and sslh 1.20 were asked; Linkerd was read. */
const MATRIX: readonly (readonly [bytes: string, ...decisions: Decision[]])[] = [
  //                              tls http old  ha  ngx sslh lkd
  ['', W, W, W, W, W, W, W],
  ['\r\n', W, R, R, R, W, W, R],
  ['\n', W, R, R, R, W, W, R],
  ['\0', W, R, R, R, W, W, R],
  ['\x16', W, R, R, W, W, W, W],
  ['\x15', W, R, R, W, W, W, R],
  ['\r\n\r\n', W, R, R, R, W, W, R],
  ['\0\0\0\0\0', R, R, R, R, R, W, R],
  ['\r\n\r\n\r\n', R, R, R, R, R, W, R],
  ['AAAAA', R, W, R, R, R, W, R],
  ['QUIT', W, W, R, R, W, W, R],
  ['QUIT\r\n', R, R, R, R, R, W, R],
  ['?\r\n', W, R, R, R, W, W, R],
  ['SSH-2.0-probe\r\n', R, R, R, R, R, R, R],
  ['\x20\x20\x20\x01\x20\x20\x20\x20', R, R, R, R, R, R, R],
  ['PRI * ', R, W, W, R, R, W, R],
  ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', R, H, H, R, R, R, H],
  ['GET / HT', R, W, W, R, R, H, R],
  ['GET / HTTP/1.1\r\n', R, H, H, R, R, H, H],
  ['GET / HTTP/1.0\r\n\r\n', R, R, R, R, R, H, H],
  ['X / HTTP/1.1\r\n', R, H, R, R, R, R, H],
  ['EHLO mail.example\r\n', R, R, R, R, R, R, R],
  ['a line of letters', R, W, R, R, R, R, H],
  ['\x16\x03\x01\x01\0', W, R, R, W, W, W, W],
  ['\x16\x03\x01\0\x05\x01', W, R, R, W, W, W, W],
  ['\x16\x03\x01\0\x05hello', R, R, R, W, R, R, R],
  ['\x16\x16\x16\x16\x16', R, R, R, W, R, W, R],
  ['X\x03XXX', R, R, R, R, R, W, R],
  ['X\x03X\x01\x01', W, R, R, R, R, W, R],
  ['X\x03\xff\xff\xff', R, R, R, R, R, W, R],
  ['\x15\x03\x01\0\x02\x02\x28', R, R, R, W, R, R, R],
  ['\x15\x03\x01\0\x02\x01\x5a', W, R, R, W, R, R, R],
  ['\x15\x03\x01\0\x02\x01\0', B, R, R, W, R, R, R],
  [`\x15\x03\x01\0\x02\x01\x5a${HELLO}`, T, R, R, R, R, R, R],
  [HELLO.slice(0, -1), W, R, R, W, W, R, W],
  [HELLO, T, R, R, T, T, R, T],
];

describe('INSPECTORS', () => {
  it.each(MATRIX)('%j', (bytes, ...decisions) => {
    expect(COLUMNS.map((name) => INSPECTORS[name](bytes))).toEqual(decisions);
  });

  it('decide the same on more of the same bytes, once they have decided for raw', () => {
    for (const name of COLUMNS) {
      for (const [bytes] of MATRIX.filter(([bytes]) => INSPECTORS[name](bytes) === 'raw' && !/^[GEXPa]/.test(bytes))) {
        expect([name, bytes, INSPECTORS[name](`${bytes}\x01`)]).toEqual([name, bytes, 'raw']);
      }
    }
  });
});

describe('every byte, once and five times', () => {
  const bytes = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));
  const deciding = (names: readonly Inspector[], times: number) =>
    bytes.filter((byte) => inspect(names, byte.repeat(times)) === 'raw').length;

  it.each([
    ['envoy-tls', 1, 0],
    ['envoy-tls', 4, 0],
    ['envoy-tls', 5, 255],
    ['envoy-http', 1, 179],
    ['envoy-http', 5, 179],
  ] as const)('%s decides on %i of each in %i of 256 cases', (name, times, count) => {
    expect(deciding([name], times)).toBe(count);
  });
});

describe('inspect', () => {
  it.each([
    [[], '', 'raw'],
    [['envoy-tls', 'envoy-http'], 'GET / HTTP/1.1\r\n', 'http'],
    [['envoy-tls', 'envoy-http'], 'GET ', 'wait'],
    [['envoy-tls', 'envoy-http'], HELLO, 'tls'],
    [['envoy-tls', 'envoy-http'], 'XXXXX', 'wait'],
    [['envoy-tls'], 'XXXXX', 'raw'],
  ] as const)('%j on %j: %s', (names, bytes, decision) => {
    expect(inspect(names, bytes)).toBe(decision);
  });
});
