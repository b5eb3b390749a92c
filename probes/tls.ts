import type { Probe } from '../src/model/probe.ts';

// A record is its type (16 handshake, 15 alert), a version 03 0x, a length; ServerHello is handshake message 02.
export default {
  name: 'tls',
  title: 'TLS',
  ports: [443, 465, 563, 636, 853, 989, 990, 992, 993, 994, 995, 2083, 5061, 5671, 6443, 8443, 8883, 9443],
  speaksFirst: 'client',
  source: 'RFC 8446 sections 4.1.2 and 5.1, RFC 5246 section 7.4.1; measured with OpenSSL 3.0',
  // A ClientHello that TLS 1.0 to 1.3 all understand, with no name and no ALPN; its random bytes are text.
  opening:
    '\x16\x03\x01\0\xb7\x01\0\0\xb3\x03\x03deadair: is this TLS? ..........\0\0"\x13\x01\x13\x02\x13\x03\xc0+\xc0/\xc0,\xc00\xcc\xa9\xcc\xa8\xc0\t\xc0\x13\xc0\n\xc0\x14\0\x9c\0\x9d\0/\x005\x01\0\0h\0\n\0\x08\0\x06\0\x1d\0\x17\0\x18\0\x0b\0\x02\x01\0\0\r\0\x16\0\x14\x04\x03\x08\x04\x04\x01\x05\x03\x08\x05\x05\x01\x08\x06\x06\x01\x02\x01\x02\x03\0+\0\t\x08\x03\x04\x03\x03\x03\x02\x03\x01\x003\0&\0$\0\x1d\0 \t\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\xff\x01\0\x01\0',
  answers: [/^\x16\x03[\0-\x04][\0-\xff]{2}\x02\0/, /^\x15\x03[\0-\x04]\0\x02[\x01\x02][\0-\xff]/],
  // close_notify, in the clear: the other side knows that nobody will come back.
  goodbye: [{ hear: /^\x16/, say: '\x15\x03\x03\0\x02\x01\0' }],
  harm: 'A handshake that is broken off is a line in the error log of many servers. Behind a STRICT sidecar it opens a connection to the application.',
  samples: {
    answers: [
      {
        bytes:
          '\x16\x03\x03\0Z\x02\0\0V\x03\x03w\x14\xa4\n\xd4@\x97#IV\x85\x89P\x05;\x85\xf2\x1c\x10\x8a\x8a\xd9\xf6%\xc7-\xafnBH.\xc8\0\x13\x01\0\0.\0+\0\x02\x03\x04\x003\0$\0\x1d\0 \x0eSc\xe8~\x1e\xa6\x05\xa5\x81I\x9c\x11\xcf\x11\xd7vB\xf3\xa2\xe3\xab\0\x83[T\xc3\xa9\x86"8h',
        source: 'OpenSSL 3.0.19 s_server of Debian 12, TLS 1.3 (the first record)',
      },
      {
        bytes:
          '\x16\x03\x03\0Y\x02\0\0U\x03\x03\xdc\xc1\xe5Yw\x85\x12\x9f?\xccW-\xf6\xa1)\xbf\xe8>\x9a&\xdd\xb1\xb8\xf1\x05\xd2\x8b\xaaE1\xbf\xb1 \xb4\x14Q\xac\xb1\xbc}\xc0-\xf9\xf3K\xf2\xeb\xf9\x92\xe3\xbboo\xde\x0c\x12>\xdbS\x06\xe2\xc5\xb8\x911\xc0+\0\0\r\xff\x01\0\x01\0\0\x0b\0\x04\x03\0\x01\x02',
        source: 'OpenSSL 3.0.19 s_server of Debian 12, TLS 1.2 (the first record)',
      },
      { bytes: '\x15\x03\x03\0\x02\x02(', source: 'OpenSSL 3.0.19 s_server of Debian 12 without a cipher in common' },
      {
        bytes: '\x15\x03\x03\0\x02\x02\n',
        source: 'OpenSSL 3.0.19 s_server of Debian 12, to a record with junk in it',
      },
    ],
  },
} as const satisfies Probe;
