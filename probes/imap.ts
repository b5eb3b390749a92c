import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'imap',
  title: 'IMAP',
  ports: [143],
  speaksFirst: 'server',
  source: 'RFC 9051 section 7.1: the server begins with OK, PREAUTH or BYE; measured with Dovecot 2.3.19',
  greetings: [/^\* (?:OK|PREAUTH) [^\r\n]{0,2000}\r?\n/],
  refusals: [/^\* BYE [^\r\n]{0,500}\r?\n/],
  unfinished: /^[^\n]*$/,
  goodbye: [{ hear: /^\* /, say: 'a LOGOUT\r\n' }],
  harm: 'Nothing but a line in the log.',
  samples: {
    greetings: [
      {
        bytes:
          '* OK [CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE LITERAL+ STARTTLS AUTH=PLAIN] Dovecot (Debian) ready.\r\n',
        source: 'Dovecot 2.3.19 of Debian 12',
      },
    ],
  },
} as const satisfies Probe;
