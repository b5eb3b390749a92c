import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'socks5',
  title: 'SOCKS 5',
  ports: [1080, 1081, 9050],
  speaksFirst: 'client',
  source:
    'RFC 1928 section 3: the client begins with the methods it knows; measured with microsocks 1.0.3 and Dante 1.4.2',
  // No login, or one of four private methods that nobody has: seven bytes make a sniffing proxy decide.
  opening: '\x05\x05\0\xfb\xfc\xfd\xfe',
  answers: [/^\x05[\0-\x02\xff]$/],
  samples: {
    answers: [
      { bytes: '\x05\0', source: 'microsocks 1.0.3 and Dante 1.4.2 of Debian 12' },
      { bytes: '\x05\xff', source: 'microsocks 1.0.3 of Debian 12, to the quiet nudge' },
    ],
  },
} as const satisfies Probe;
