import type { Probe } from '../src/model/probe.ts';

// A frame is its length, the length of the command, and the command as protobuf: field 1 is its type (03 CONNECTED, 0e ERROR).
export default {
  name: 'pulsar',
  title: 'Pulsar',
  ports: [6650, 6651],
  speaksFirst: 'client',
  source:
    'Pulsar binary protocol, "Connection establishment", and PulsarApi.proto: the client begins with CONNECT; from the document, no such server could be run',
  // CONNECT without credentials.
  opening: '\0\0\0\x13\0\0\0\x0f\x08\x02\x12\x0b\n\x07deadair \x06',
  answers: [
    /^\0\0[\0-\xff]{2}\0\0[\0-\xff]{2}\x08\x03\x1a[\0-\x7f]{1,2}\x0a[\0-\x7f]Pulsar Server-?(?<version>\d[\w.+-]{0,40})?/,
    /^\0\0[\0-\xff]{2}\0\0[\0-\xff]{2}\x08[\x03\x0e][\x1a\x72]/,
  ],
  harm: 'Where a login is wanted, one refused connection is logged.',
  samples: {
    answers: [
      {
        bytes: '\0\0\0\x1f\0\0\0\x1b\x08\x03\x1a\x17\n\x13Pulsar Server2.10.2\x10\x06',
        version: '2.10.2',
        source: 'Pulsar, Commands.newConnectedCommand and PulsarApi.proto: CONNECTED',
      },
    ],
  },
} as const satisfies Probe;
