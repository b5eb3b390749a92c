import type { Probe } from '../src/model/probe.ts';

// A header has 24 bytes: 80 a request, 81 a response; 0b VERSION, 07 QUIT.
export default {
  name: 'couchbase',
  title: 'Couchbase or memcached (binary protocol)',
  ports: [11210, 11209],
  speaksFirst: 'client',
  source: 'memcached binary protocol revised, "Version"; measured with memcached 1.6.18',
  // VERSION, without key or value.
  opening: '\x80\x0b\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0',
  answers: [/^\x81\x0b\0\0\0\0[\0-\xff]{18}(?<version>\d[\w.+-]{0,60})/, /^\x81\x0b\0\0[\0-\xff]{20}/],
  goodbye: [{ hear: /^\x81\x0b/, say: '\x80\x07\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0' }],
  samples: {
    answers: [
      {
        bytes: '\x81\x0b\0\0\0\0\0\0\0\0\0\x06\0\0\0\0\0\0\0\0\0\0\0\x001.6.18',
        version: '1.6.18',
        source: 'memcached 1.6.18 of Debian 12',
      },
    ],
  },
} as const satisfies Probe;
