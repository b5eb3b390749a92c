import type { Probe } from '../src/model/probe.ts';

// An answer is its length and the number of the question, then an error code.
export default {
  name: 'kafka',
  title: 'Kafka',
  ports: [9092, 9093, 9094, 29092],
  speaksFirst: 'client',
  source:
    'Kafka protocol, ApiVersions (key 18) and "Response Header v0"; measured with kfake of franz-go (July 2025), which speaks it without a broker behind',
  // ApiVersions version 0, number de ad, no client name: allowed before any login.
  opening: '\0\0\0\n\0\x12\0\0\0\0\xde\xad\xff\xff',
  answers: [/^\0[\0-\xff]{3}\0\0\xde\xad\0[\0-\xff]/],
  samples: {
    answers: [
      {
        bytes: '\0\0\0\xc4\0\0\xde\xad\0\0\0\0\0\x1f\0\0\0\x03\0\x0c\0\x01\0\x04\0\x11\0\x02\0\0\0\n\0\x03\0\0\0\r',
        source: 'kfake of franz-go (the first 38 bytes)',
      },
    ],
  },
} as const satisfies Probe;
