import type { Probe } from '../src/model/probe.ts';

// 00 failed, 01 welcome, 02 authenticate; then the version 11.0 in the byte order of the client.
export default {
  name: 'x11',
  title: 'X Window System',
  ports: [6000, 6001],
  speaksFirst: 'client',
  source: 'X Window System protocol, "Connection Setup": the client begins; measured with Xvfb 21.1.7',
  // A version that nobody has: it is refused. A client that is let in, and leaves as the last, makes the server reset.
  opening: 'l\0\xff\0\0\0\0\0\0\0\0\0',
  answers: [/^\0[\0-\xff]\x0b\0\0\0[\0-\xff]{2}[\x20-\x7e]/, /^[\x01\x02][\0-\xff]\x0b\0\0\0[\0-\xff]{2}/],
  samples: {
    answers: [
      { bytes: '\0\x19\x0b\0\0\0\x07\0Protocol version mismatch\0\0\0', source: 'Xvfb 21.1.7 of Debian 12' },
      {
        bytes: '\0@\x0b\0\0\0\x10\0Authorization required, but no authorization protocol specified\n',
        source: 'Xvfb 21.1.7 of Debian 12 with a cookie, to version 11',
      },
      {
        bytes:
          '\x01\0\x0b\0\0\0S\t\x8f\xa5\xb8\0\0\0@\0\xff\xff\x1f\0\0\x01\0\0\x14\0\xff\xff\x01\x06\0\0  \x08\xff\0\0\0\0The X.Org Foundation',
        source: 'Xvfb 21.1.7 of Debian 12, to version 11 (the first 60 bytes)',
      },
    ],
  },
} as const satisfies Probe;
