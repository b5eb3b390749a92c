import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'spamd',
  title: 'SpamAssassin (spamd)',
  ports: [783],
  speaksFirst: 'client',
  source: 'spamd/PROTOCOL of SpamAssassin; measured with spamd 4.0.1',
  opening: 'PING SPAMC/1.2\r\n\r\n',
  answers: [/^SPAMD\/\d\.\d{1,2} \d{1,3} [\x20-\x7e]/],
  harm: 'One line in the log.',
  samples: {
    answers: [
      { bytes: 'SPAMD/1.5 0 PONG\r\n', source: 'spamd 4.0.1 of Debian 12' },
      {
        bytes: 'SPAMD/1.0 76 Bad header line: GET / HTTP/1.0\r\n',
        source: 'spamd 4.0.1 of Debian 12, to an HTTP request',
      },
    ],
  },
} as const satisfies Probe;
