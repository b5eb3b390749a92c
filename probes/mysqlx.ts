import type { Probe } from '../src/model/probe.ts';

// Four bytes of length, 0b (a notice), and in it type 5, the server's hello. Servers before 8.0.16 were silent.
export default {
  name: 'mysqlx',
  title: 'MySQL X Protocol',
  ports: [33060],
  speaksFirst: 'server',
  source:
    'MySQL worklog 12240: from 8.0.16 on the server begins with a notice, so that clients of the classic protocol do not hang',
  greetings: [/^\x05\0\0\0\x0b\x08\x05\x1a\0/],
  // CON_CLOSE, message 3, empty.
  goodbye: [{ hear: /^\x05\0\0\0\x0b/, say: '\x01\0\0\0\x03' }],
  harm: 'Connections that end before the login may count as connect errors, as on the classic port.',
  samples: {
    greetings: [
      { bytes: '\x05\0\0\0\x0b\x08\x05\x1a\0', source: 'MySQL 8.0, as public nmap reports show it for port 33060' },
    ],
  },
} as const satisfies Probe;
