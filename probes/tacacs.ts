import type { Probe } from '../src/model/probe.ts';

// c0 is version 12.0, then a type, a sequence number (2, the first answer), flags, and the session's number c0 ff ee.
export default {
  name: 'tacacs',
  title: 'TACACS+',
  ports: [49],
  speaksFirst: 'client',
  source: 'RFC 8907 sections 4.1 and 5: the client begins; measured with tacquito (August 2026)',
  // An authentication START without a body: no user, so nobody's login fails.
  opening: '\xc0\x01\x01\0\0\xc0\xff\xee\0\0\0\0',
  answers: [/^\xc0\x01\x02[\0-\x05]\0\xc0\xff\xee\0\0[\0-\xff]{2}/],
  harm: 'One error in the log of the server.',
  samples: {
    answers: [
      {
        bytes: '\xc0\x01\x02\0\0\xc0\xff\xee\0\0\0A{&\xdc\xcd\xcd}\xcfl',
        source: 'tacquito (August 2026; the first 20 of 77 bytes, the rest is as scrambled)',
      },
    ],
  },
} as const satisfies Probe;
