import type { Probe } from '../src/model/probe.ts';

// A packet is its version, its type (2, a response), a checksum, a result code, and the text.
export default {
  name: 'nrpe',
  title: 'NRPE (Nagios)',
  ports: [5666],
  speaksFirst: 'client',
  source: 'NRPE PROTOCOL, packet version 4; measured with NRPE 4.1.0 without TLS, which few run',
  // The command that every agent knows without being told.
  opening: '\0\x04\0\x01CV\xe6\x0b\0\0\0\0\0\0\0\x0c_NRPE_CHECK\0',
  answers: [
    /^\0[\x02-\x04]\0\x02[\0-\xff]{6}(?:[\0-\xff]{6})?NRPE v(?<version>\d[\w.]{0,20})/,
    /^\0[\x02-\x04]\0\x02[\0-\xff]{6}(?:[\0-\xff]{6})?NRPE: /,
  ],
  harm: 'An agent closes at once to all but its allowed hosts, and logs it.',
  samples: {
    answers: [
      {
        bytes: '\0\x04\0\x02\r\xaa\xd2E\0\0\0\0\0\0\0\x0cNRPE v4.1.0\0',
        version: '4.1.0',
        source: 'NRPE 4.1.0 of Debian 12',
      },
      {
        bytes: '\0\x02\0\x02V\x8d#\xcf\0\0NRPE v4.1.0\0\0',
        version: '4.1.0',
        source: 'NRPE 4.1.0 of Debian 12, to a packet of version 2 (the first 23 of 1036 bytes)',
      },
    ],
  },
} as const satisfies Probe;
