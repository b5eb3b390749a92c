import type { Probe } from '../src/model/probe.ts';

// `+OK` with words after it: a bare one is Redis.
export default {
  name: 'pop3',
  title: 'POP3',
  ports: [110],
  overTls: { names: ['pop3s'], ports: [995] },
  speaksFirst: 'server',
  source:
    'RFC 1939 section 4: the server begins with a one-line greeting; measured with Dovecot 2.3.19 and GNU Mailutils 3.15',
  greetings: [/^\+OK [^\r\n]{0,500}?\b(?<version>Dovecot|Cyrus POP3 v[\w.]{1,20})/, /^\+OK [^\r\n]{1,500}\r?\n/],
  refusals: [
    /^-ERR \[(?:SYS|AUTH|IN-USE|LOGIN-DELAY)/,
    /^-ERR [^\r\n]{0,200}?(?:POP3|mailbox|maildrop|too many connections|maximum number of connections)/i,
  ],
  answers: [/^-ERR (?:Unknown|Invalid) command\.?\r?\n/],
  unfinished: /^[^\n]*$/,
  goodbye: [{ hear: /^\+OK/, say: 'QUIT\r\n' }],
  harm: 'Nothing but a line in the log.',
  samples: {
    greetings: [
      { bytes: '+OK Dovecot (Debian) ready.\r\n', version: 'Dovecot', source: 'Dovecot 2.3.19' },
      { bytes: '+OK POP3 Ready <23826.1795222403@vm>\r\n', source: 'GNU Mailutils 3.15, pop3d' },
    ],
    refusals: [
      { bytes: '-ERR [SYS/TEMP] POP3 service not available\r\n', source: 'RFC 3206 section 3, response code SYS/TEMP' },
    ],
    answers: [
      { bytes: '-ERR Unknown command.\r\n', source: 'Dovecot 2.3.19, to a line of junk' },
      { bytes: '-ERR Invalid command\r\n', source: 'GNU Mailutils 3.15, to a line of junk' },
    ],
  },
} as const satisfies Probe;
