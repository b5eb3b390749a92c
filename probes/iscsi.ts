import type { Probe } from '../src/model/probe.ts';

// 23 is the Login response; the number of the question is in bytes 17 to 20, its status in 37 and 38.
export default {
  name: 'iscsi',
  title: 'iSCSI',
  ports: [3260],
  speaksFirst: 'client',
  source: 'RFC 7143 section 11.12: the initiator begins with a Login request; measured with tgt 1.0.85',
  // A Login of version ff, which nobody has: it is refused before any name is asked for.
  opening:
    'C\x81\xff\xff\0\0\0\0\x80\0\0\0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0',
  answers: [/^[#\xa3][\0-\xff]{3}\0[\0-\xff]{11}\0\0\0\x01[\0-\xff]{16}[\0-\x03]/],
  harm: 'A target without any disk closes at once, and says nothing.',
  samples: {
    answers: [
      {
        bytes: '#\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x02\x05\0\0\0\0\0\0\0\0\0\0',
        source: 'tgt 1.0.85 of Debian 12: status 02 05, no such version',
      },
    ],
  },
} as const satisfies Probe;
