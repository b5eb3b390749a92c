import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'ident',
  title: 'Ident',
  ports: [113],
  speaksFirst: 'client',
  source: 'RFC 1413 section 3: the client sends a pair of ports; measured with oidentd 2.5.0',
  // Nobody has a connection between these ports.
  opening: '1 , 1\r\n',
  answers: [/^\s{0,4}\d{1,5}\s{0,4},\s{0,4}\d{1,5}\s{0,4}:\s{0,4}(?:ERROR|USERID)\s{0,4}:/],
  samples: {
    answers: [
      { bytes: '1,1:ERROR:NO-USER\r\n', source: 'oidentd 2.5.0 of Debian 12' },
      { bytes: '6193, 23 : USERID : UNIX : stjohns\r\n', source: 'RFC 1413 section 6' },
    ],
  },
} as const satisfies Probe;
