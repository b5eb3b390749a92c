import type { Probe } from '../src/model/probe.ts';

// A bare `220 some.domain text` is SMTP by RFC 5321 (the first word is the server's domain); FTP has no such rule and yields.
export default {
  name: 'smtp',
  title: 'SMTP',
  ports: [25, 587, 2525, 10025, 1025],
  speaksFirst: 'server',
  source:
    'RFC 5321 section 3.1: the server begins with 220; measured with Postfix 3.7, OpenSMTPD 6.8, Exim 4.96 and Sendmail 8.17',
  greetings: [
    /^220[ -][^\r\n]{0,255}\b(?<version>Exim [\d.]{1,20})/,
    /^220[ -][^\r\n]{0,255}\b(?<version>Sendmail [\w.]{1,20})/,
    /^220[ -][^\r\n]{0,255}\b(?<version>Haraka\/[\d.]{1,20})/,
    /^220[ -][^\r\n]{0,255}\b(?<version>Postfix|OpenSMTPD|gsmtp|Microsoft ESMTP MAIL Service)\b/,
    /^220[ -][^\r\n]{0,255}\bE?SMTP\b/i,
    // Only the domain, and perhaps words that say nothing.
    /^220[ -](?:[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,10}|\[[\da-f.:]{2,45}\])(?: [^\r\n]{0,255})?\r?\n/i,
  ],
  refusals: [
    /^(?:421|450|451|521|550|554)[ -][^\r\n]{0,255}(?:SMTP|mail|spam|blacklist|blocklist|blocked|DNSBL|RBL|reputation)/i,
    /^(?:421|521|554)[ -](?:\d\.\d\.\d |[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,10}[ \r])/i,
    /^554 No SMTP service here/i,
  ],
  scoldings: [
    /^(?:220-[^\r\n]{0,255}\r?\n)?(?:421|5\d\d)[ -][^\r\n]{0,255}(?:synchroni[sz]ation|too (?:soon|early)|early ?talk|before (?:the )?(?:SMTP )?greeting|pre-?greet|protocol (?:error|violation)|out of order)/i,
    /^220-[^\r\n]{0,255}\r?\n5\d\d[ -]/,
  ],
  answers: [/^50[0-3][ -](?:5\.5\.\d|[^\r\n]{0,255}(?:command|syntax|bad sequence|unrecogni[sz]ed))/i],
  // A teaser line `220-` and nothing more for seconds is how postscreen and others watch for early talkers.
  unfinished: /^(?!(?:[^\n]*\n){0,100}220(?: [^\n]*)?\r?\n)220/,
  goodbye: [{ hear: /^220/, say: 'QUIT\r\n' }],
  harm: 'Words before the greeting are taken for spam: postscreen, Exim and Sendmail reject the connection and may remember the address.',
  samples: {
    greetings: [{ bytes: '220 mail.example ESMTP\r\n', source: 'smtp-sink of Postfix 3.7.11' }],
    scoldings: [{ bytes: '554 SMTP synchronization error\r\n', source: 'Exim 4.96 of Debian 12' }],
  },
} as const satisfies Probe;
