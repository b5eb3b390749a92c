import type { Probe } from '../src/model/probe.ts';

// A record mark, sequence, time, message type 0 (request) and message 0502, NDMP_NOTIFY_CONNECTED.
export default {
  name: 'ndmp',
  title: 'NDMP (backup of storage)',
  ports: [10000],
  speaksFirst: 'server',
  source: 'NDMP version 4 specification section 3.1: the server sends NDMP_NOTIFY_CONNECTED when a connection is made',
  greetings: [/^\x80\0[\s\S]{10}\0\0\0\0\0\0\x05\x02[\s\S]{8}\0\0\0\0/],
  refusals: [/^\x80\0[\s\S]{10}\0\0\0\0\0\0\x05\x02[\s\S]{8}\0\0\0[\x01\x02]/],
  harm: 'Servers allow few sessions at once, and a backup may be waiting for one.',
  samples: {
    greetings: [
      {
        bytes: '\x80\0\0$\0\0\0\x01k\0\xec\x10\0\0\0\0\0\0\x05\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x04\0\0\0\0',
        source: 'made after the NDMP version 4 specification',
      },
    ],
    refusals: [
      {
        bytes: '\x80\0\0$\0\0\0\x01k\0\xec\x10\0\0\0\0\0\0\x05\x02\0\0\0\0\0\0\0\0\0\0\0\x02\0\0\0\x04\0\0\0\0',
        source: 'made after the NDMP version 4 specification, reason NDMP_REFUSED',
      },
    ],
  },
} as const satisfies Probe;
