import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'whois',
  title: 'WHOIS',
  ports: [43, 4343],
  speaksFirst: 'client',
  source:
    'RFC 3912 section 2: the client sends a line, the server text; from public documentation of the RIPE database and of Verisign, no such server could be run',
  // A name that nobody can have (RFC 6761).
  opening: 'example.invalid\r\n',
  answers: [
    /^%{1,2} {0,2}(?:This is the|The objects are in|IANA WHOIS server|Rights restricted|This query returned)/,
    /^%ERROR:\d{1,4}:/,
    /^(?:No match for (?:domain )?"|No entries found|NOT FOUND\r?\n|Domain not found)/i,
  ],
  harm: 'Queries are counted per address, and many of them lead to a block for the day.',
  samples: {
    answers: [
      {
        bytes: '% This is the RIPE Database query service.\n% The objects are in RPSL format.\n%\n',
        source: 'RIPE Database documentation, "Access to the RIPE Database"',
      },
      {
        bytes: '%ERROR:101: no entries found\n',
        source: 'RIPE Database documentation, "RIPE Database Error Messages"',
      },
      { bytes: 'No match for domain "EXAMPLE.INVALID".\r\n', source: 'the WHOIS service of .com, as its terms show' },
    ],
  },
} as const satisfies Probe;
