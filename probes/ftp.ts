import type { Probe } from '../src/model/probe.ts';

// 220 is all that RFC 959 asks for; words decide, and what has none of them is left to the protocols that have a rule.
export default {
  name: 'ftp',
  title: 'FTP',
  ports: [21, 2121],
  speaksFirst: 'server',
  source:
    'RFC 959 section 5.4: the server begins with 220, or with 120 and then 220; measured with vsftpd 3.0.3, ProFTPD 1.3.8 and Pure-FTPd',
  greetings: [
    /^220[ -][^\r\n]{0,255}?\b(?<version>vsFTPd \d[\w.]{0,20})/,
    /^220[ -][^\r\n]{0,255}?\b(?<version>ProFTPD(?: \d[\w.]{0,20})?)/,
    /^220[ -][^\r\n]{0,255}?\b(?<version>Pure-FTPd)/,
    /^220[ -][^\r\n]{0,255}?\b(?<version>pyftpdlib \d[\w.]{0,20})/,
    /^220[ -][^\r\n]{0,255}?\b(?<version>FileZilla Server(?: \d[\w.]{0,20})?)/,
    /^220[ -][^\r\n]{0,255}?\bFTP/i,
    /^120 [^\r\n]{0,255}\r?\n/,
    /^220[ -]/,
  ],
  refusals: [/^421[ -]/, /^530[ -]/],
  unfinished: /^(?!(?:[^\n]*\n){0,100}220(?: [^\n]*)?\r?\n)(?:120|220)/,
  goodbye: [{ hear: /^220/, say: 'QUIT\r\n' }],
  harm: 'Nothing but a line in the log; many servers allow few connections from one address.',
  yieldsTo: ['smtp', 'lmtp'],
  samples: {
    greetings: [{ bytes: '220 (vsFTPd 3.0.3)\r\n', version: 'vsFTPd 3.0.3', source: 'vsftpd 3.0.3 of Debian 12' }],
  },
} as const satisfies Probe;
