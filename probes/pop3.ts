import type { Probe } from '../src/model/probe.ts';

// `+OK` with words after it: a bare one is Redis.
export default {
  name: 'pop3',
  title: 'POP3',
  ports: [110],
  speaksFirst: 'server',
  source: 'RFC 1939 section 4: the server begins with a one-line greeting; measured with Dovecot 2.3.19',
  greetings: [/^\+OK [^\r\n]{1,500}\r?\n/],
  refusals: [
    /^-ERR (?:\[(?:SYS|AUTH|IN-USE|LOGIN-DELAY)|[^\r\n]{0,200}(?:POP|mail|too many connections|maximum number))/i,
  ],
  unfinished: /^[^\n]*$/,
  goodbye: [{ hear: /^\+OK/, say: 'QUIT\r\n' }],
  harm: 'Nothing but a line in the log.',
  samples: {
    greetings: [{ bytes: '+OK Dovecot (Debian) ready.\r\n', source: 'Dovecot 2.3.19 of Debian 12' }],
  },
} as const satisfies Probe;
