/** A client's first bytes, by name: those that people nudge with, and those on which inspectors are known to differ. */
export const FIRST_BYTES: Readonly<Record<string, string>> = {
  nothing: '',
  CRLF: '\r\n',
  LF: '\n',
  NUL: '\0',
  space: ' ',
  'a TLS record type': '\x16',
  'four NULs': '\0\0\0\0',
  'five NULs': '\0\0\0\0\0',
  'five spaces': '     ',
  'five LFs': '\n\n\n\n\n',
  'two CRLFs': '\r\n\r\n',
  'three CRLFs': '\r\n\r\n\r\n',
  'four letters': 'XXXX',
  'five letters': 'XXXXX',
  'twenty letters': 'X'.repeat(20),
  QUIT: 'QUIT\r\n',
  'QUIT without an end': 'QUIT',
  HELP: 'HELP\r\n',
  EHLO: 'EHLO x\r\n',
  PING: 'PING\r\n',
  'SSH identification': 'SSH-2.0-probe\r\n',
  'GET 1.0': 'GET / HTTP/1.0\r\n\r\n',
  'GET 1.1': 'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
  'half a GET': 'GET / HT',
  'the start of an HTTP/2 preface': 'PRI * ',
  'a postgres SSLRequest': '\0\0\0\x08\x04\xd2\x16\x2f',
  'a mysql COM_QUIT': '\x01\0\0\0\x01',
  'a mongo hello': '\x29\0\0\0\x01\0\0\0\0\0\0\0\xdd\x07\0\0\0\0\0\0\0\x14\0\0\0\x10hello\0\x01\0\0\0\0',
  'half a TLS header': '\x16\x03\x01\x01\0',
  'a TLS record that is no hello': '\x16\x03\x01\0\x05hello',
  'a fatal TLS alert': '\x15\x03\x01\0\x02\x02\x28',
  'a TLS warning': '\x15\x03\x01\0\x02\x01\x5a',
  'a TLS close_notify': '\x15\x03\x01\0\x02\x01\0',
  'half a TLS alert': '\x15\x03\x01\0\x02',
  'a version byte of TLS': 'X\x03XXX',
  'a space, then a version of TLS': ' \x03\x01  ',
};

/** Every byte, alone and five times: what an inspector decides on, and how many it wants. */
export const REPEATED: readonly (readonly [string, string])[] = Array.from({ length: 256 }, (_, code) => code).flatMap(
  (code) =>
    [1, 5].map((times) => {
      const bytes = String.fromCharCode(code).repeat(times);
      return [`${times} x 0x${code.toString(16).padStart(2, '0')}`, bytes] as const;
    }),
);
