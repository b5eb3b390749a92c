import type { Probe } from '../src/model/probe.ts';

// A message is sixteen ff, a length, a type: 01 OPEN of version 4, 03 NOTIFICATION. No opening: we are nobody's neighbour.
export default {
  name: 'bgp',
  title: 'BGP',
  ports: [179],
  speaksFirst: 'client',
  source:
    'RFC 4271 section 8.2.2: both sides send OPEN as soon as they are connected, so nobody waits and nothing can deadlock; measured with BIRD 2.0.12: a neighbour hears OPEN at once, a stranger is closed',
  answers: [/^\xff{16}\0[\x1d-\xff]\x01\x04/, /^\xff{16}\0[\x15-\xff]\x03[\x01-\x08]/],
  harm: 'From the address of a configured neighbour a connection disturbs the session: probe from another one.',
  samples: {
    answers: [
      {
        bytes:
          '\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x005\x01\x04\xfd\xe8\0\xf0\xc0\0\x02\x01\x18\x02\x16\x01\x04\0\x01\0\x01\x02\0@\x02\0xA\x04\0\0\xfd\xe8F\0G\0',
        source: 'BIRD 2.0.12 of Debian 12, to silence of a configured neighbour',
      },
      {
        bytes: '\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\0\x15\x03\x05\x01',
        source: 'BIRD 2.0.12 of Debian 12, to KEEPALIVE before OPEN',
      },
    ],
  },
} as const satisfies Probe;
