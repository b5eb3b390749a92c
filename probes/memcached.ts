import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'memcached',
  title: 'memcached',
  ports: [11211, 11212],
  speaksFirst: 'client',
  source: 'memcached protocol.txt, "version" and "Error strings"; measured with memcached 1.6.18',
  opening: 'version\r\n',
  answers: [/^VERSION (?<version>\d[\w.+-]{0,60})\r\n/, /^ERROR\r\n/, /^(?:CLIENT|SERVER)_ERROR [\x20-\x7e]/],
  // Told before the client has spoken, and then the server closes.
  refusals: [/^ERROR Too many open connections\r\n/],
  goodbye: [{ hear: /^VERSION /, say: 'quit\r\n' }],
  samples: {
    answers: [
      { bytes: 'VERSION 1.6.18\r\n', version: '1.6.18', source: 'memcached 1.6.18 of Debian 12' },
      { bytes: 'ERROR\r\nERROR\r\n', source: 'memcached 1.6.18 of Debian 12, to two blank lines' },
    ],
    refusals: [
      {
        bytes: 'ERROR Too many open connections\r\n',
        source: 'memcached 1.6.18 of Debian 12 with all connections taken (maxconns_fast), to silence',
      },
    ],
  },
} as const satisfies Probe;
