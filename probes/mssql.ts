import type { Probe } from '../src/model/probe.ts';

// A packet is its type (04, a response), a status, its length, then a table of options of which the version is the first.
export default {
  name: 'mssql',
  title: 'Microsoft SQL Server (TDS)',
  ports: [1433, 1434],
  speaksFirst: 'client',
  source:
    'MS-TDS sections 2.2.6.5 and 4.1: the client begins with PRELOGIN; from the document, no such server could be run',
  // PRELOGIN with a version of nought and no encryption: it comes before any login.
  opening: '\x12\x01\0\x1a\0\0\x01\0\0\0\x0b\0\x06\x01\0\x11\0\x01\xff\0\0\0\0\0\0\x02',
  answers: [/^\x04\x01\0[\x1a-\xff][\0-\xff]{3}\0\0\0[\x06-\x40]\0\x06\x01/],
  samples: {
    answers: [
      {
        bytes:
          '\x04\x01\0+\0\0\x01\0\0\0\x1a\0\x06\x01\0 \0\x01\x02\0!\0\x01\x03\0"\0\0\x04\0"\0\x01\xff\x0b\0\x0b\xb8\0\0\x01\0\x01',
        source: 'MS-TDS section 4.2, "Pre-Login Response"',
      },
    ],
  },
} as const satisfies Probe;
