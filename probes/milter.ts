import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'milter',
  title: 'Milter (mail filter)',
  ports: [8891, 8893, 11332],
  speaksFirst: 'client',
  source: 'Sendmail milter protocol, SMFIC_OPTNEG: the mail server begins; measured with OpenDKIM 2.11.0',
  // Option negotiation of version 6: no mail.
  opening: '\0\0\0\rO\0\0\0\x06\0\0\x01\xff\0\x1f\xff\xff',
  answers: [/^\0\0\0[\x0d-\xff]O\0\0\0[\x02-\x06]\0/],
  goodbye: [{ hear: /^\0\0\0[\x0d-\xff]O/, say: '\0\0\0\x01Q' }],
  samples: {
    answers: [{ bytes: '\0\0\0\rO\0\0\0\x06\0\0\x01\x11\0\x10\x07\x02', source: 'OpenDKIM 2.11.0 of Debian 12' }],
  },
} as const satisfies Probe;
