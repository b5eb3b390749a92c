import type { Probe } from '../src/model/probe.ts';

// Version 2, type 1 (info), a length of six bytes, then lines of a name, a tab and a value.
export default {
  name: 'aerospike',
  title: 'Aerospike',
  ports: [3000],
  speaksFirst: 'client',
  source:
    'Aerospike wire protocol, "Aerospike Info" (type 1 of version 2): the client asks; from the document, no such server could be run',
  // The name "build".
  opening: '\x02\x01\0\0\0\0\0\x06build\n',
  answers: [
    /^\x02\x01\0\0[\0-\xff]{4}build\t(?<version>\d[\w.+-]{0,40})\n/,
    /^\x02\x01\0\0[\0-\xff]{4}(?:build\t|ERROR|FAIL)/,
  ],
  samples: {
    answers: [
      {
        bytes: '\x02\x01\0\0\0\0\0\x0ebuild\t6.4.0.1\n',
        version: '6.4.0.1',
        source: 'Aerospike wire protocol, info response',
      },
    ],
  },
} as const satisfies Probe;
