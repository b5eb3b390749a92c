import type { Probe } from '../src/model/probe.ts';

// A bare `220 some.domain text` is SMTP by RFC 5321 (the first word is the server's domain); FTP has no such rule and yields.
export default {
  name: 'smtp',
  title: 'SMTP',
  ports: [25, 587, 2525, 10025, 1025],
  overTls: { names: ['smtps', 'submissions'], ports: [465] },
  speaksFirst: 'server',
  source:
    'RFC 5321 section 3.1: the server begins with 220; measured with Postfix 3.7, OpenSMTPD 6.8, Exim 4.96 and Sendmail 8.17',
  // Where a greeting names its program, that is the version; the rest are told by the word SMTP, or by a domain.
  greetings: [
    /^220[ -][^\r\n]{0,255}?\b(?<version>Exim [\d.]{1,20})/,
    /^220[ -][^\r\n]{0,255}?\b(?<version>Sendmail [\w.]{1,20})/,
    /^220[ -][^\r\n]{0,255}?\b(?<version>Haraka\/[\d.]{1,20})/,
    /^220[ -][^\r\n]{0,255}?\b(?<version>Postfix|OpenSMTPD|gsmtp|Microsoft ESMTP MAIL Service)\b/,
    /^220[ -][^\r\n]{0,255}?\bE?SMTP\b/i,
    /^220[ -](?:[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,10}|\[[\da-f.:]{2,45}\])(?: [^\r\n]{0,255})?\r?\n/i,
    // Dovecot's submission service greets as its LMTP does: the port decides, and without one LMTP.
    /^220 \S{1,255} Dovecot(?: \([\w -]{1,40}\))? ready\.\r?\n/,
  ],
  refusals: [
    /^(?:421|45[01]|521|55[04])[ -](?![^\r\n]{0,255}(?:synchroni|not accepting messages|soon|early|greet|protocol|out of order))[^\r\n]{0,255}?(?:SMTP|mail|spam|blacklist|blocklist|blocked|DNSBL|RBL|reputation)/i,
    /^(?:421|521|554)[ -](?![^\r\n]{0,255}(?:synchroni|not accepting messages|soon|early|greet|protocol|out of order))(?:\d\.\d\.\d |[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,10}[ \r])/i,
  ],
  scoldings: [
    /^554 SMTP synchronization error/,
    // Sendmail's greet_pause; the same words refuse a client that its access map forbids.
    /^554 [^\r\n]{1,255} ESMTP not accepting messages\r?\n/,
    /^(?:421|5\d\d)[ -][^\r\n]{0,255}?(?:too (?:soon|early)|early ?talk|before (?:the )?(?:SMTP )?greeting|pre-?greet|protocol (?:error|violation)|out of order)/i,
  ],
  answers: [/^50[0-3][ -]5\.5\.\d [^\r\n]{0,255}?(?:command|syntax)/i],
  // A teaser line `220-` and nothing more for seconds is how postscreen and others watch for early talkers.
  unfinished: /^(?!(?:[^\n]*\n){0,100}220(?: [^\n]*)?\r?\n)220/,
  goodbye: [{ hear: /^220/, say: 'QUIT\r\n' }],
  harm: 'Words before the greeting are taken for spam: Exim closes, Sendmail takes no mail on that connection, and postscreen may remember the address as one that failed.',
  yieldsTo: ['lmtp', 'hylafax', 'vmware-authd', 'dict'],
  samples: {
    greetings: [
      { bytes: '220 mail.example ESMTP\r\n', source: 'smtp-sink of Postfix 3.7.11' },
      { bytes: '220 mail.example.org ESMTP Postfix\r\n', version: 'Postfix', source: 'Postfix 3.7.11, smtpd' },
      {
        bytes: '220-mail.example.org ESMTP Postfix\r\n220 mail.example.org ESMTP Postfix\r\n',
        version: 'Postfix',
        source: 'Postfix 3.7.11, postscreen, the second line six seconds after the first',
      },
      { bytes: '220 vm ESMTP OpenSMTPD\r\n', version: 'OpenSMTPD', source: 'OpenSMTPD 6.8.0p2' },
      {
        bytes: '220 mail.example.org ESMTP Exim 4.96 Sat, 21 Nov 2026 00:51:32 +0000\r\n',
        version: 'Exim 4.96',
        source: 'Exim 4.96',
      },
      {
        bytes: '220 mail.example.org ESMTP Sendmail 8.17.1.9/8.17.1.9; Sat, 21 Nov 2026 00:50:55 GMT\r\n',
        version: 'Sendmail 8.17.1.9',
        source: 'Sendmail 8.17.1.9',
      },
      {
        bytes: '220 foo.com Simple Mail Transfer Service Ready\r\n',
        source: 'RFC 2821 appendix D.1, an example without the word SMTP',
      },
    ],
    refusals: [
      {
        bytes: '554 5.7.1 mail.example.org ESMTP not accepting connections\r\n',
        source: 'made after RFC 5321 section 3.1: 554 in place of the greeting',
      },
      {
        bytes: '421 4.7.0 mail.example.org Error: too many connections from 127.0.0.1\r\n',
        source: 'Postfix 3.7.11 with smtpd_client_connection_count_limit',
      },
    ],
    scoldings: [
      { bytes: '554 SMTP synchronization error\r\n', source: 'Exim 4.96, to the quiet nudge during its connect delay' },
      {
        bytes: '554 mail.example.org ESMTP not accepting messages\r\n',
        source: 'Sendmail 8.17.1.9, to the quiet nudge during its greet_pause',
      },
    ],
    answers: [
      { bytes: '500 5.5.1 Invalid command: Command unrecognized\r\n', source: 'OpenSMTPD 6.8.0p2, to a line of junk' },
      { bytes: '502 5.5.2 Error: command not recognized\r\n', source: 'Postfix 3.7.11, to a line of junk' },
    ],
  },
} as const satisfies Probe;
