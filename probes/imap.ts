import type { Probe } from '../src/model/probe.ts';

// Dovecot, when spoken to early, says `* OK Waiting for authentication process to respond..` and then its greeting.
export default {
  name: 'imap',
  title: 'IMAP',
  ports: [143],
  overTls: { names: ['imaps'], ports: [993] },
  speaksFirst: 'server',
  source:
    'RFC 9051 section 7.1: the server begins with OK, PREAUTH or BYE; measured with Dovecot 2.3.19 and GNU Mailutils 3.15',
  greetings: [
    /^\* (?:OK|PREAUTH) [^\r\n]{0,2000}?\b(?<version>Dovecot|Cyrus IMAP v?[\w.]{1,20}|Courier-IMAP)/,
    /^\* (?:OK|PREAUTH) [^\r\n]{0,2000}\r?\n/,
  ],
  refusals: [/^\* BYE [^\r\n]{0,500}/],
  answers: [/^\* BAD /],
  unfinished: /^[^\n]*$/,
  goodbye: [{ hear: /^\* /, say: 'a LOGOUT\r\n' }],
  harm: 'Nothing but a line in the log.',
  samples: {
    greetings: [
      {
        bytes:
          '* OK [CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE LITERAL+ AUTH=PLAIN] Dovecot (Debian) ready.\r\n',
        version: 'Dovecot',
        source: 'Dovecot 2.3.19',
      },
      {
        bytes:
          '* OK Waiting for authentication process to respond..\r\n* OK [CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE LITERAL+ AUTH=PLAIN] Dovecot (Debian) ready.\r\n',
        source: 'Dovecot 2.3.19, to the quiet nudge',
      },
      { bytes: '* OK IMAP4rev1\r\n', source: 'GNU Mailutils 3.15, imap4d' },
    ],
    refusals: [{ bytes: '* BYE Autologout; idle for too long\r\n', source: 'RFC 9051 section 7.1.5, example' }],
  },
} as const satisfies Probe;
