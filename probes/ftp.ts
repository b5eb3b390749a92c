import type { Probe } from '../src/model/probe.ts';

// 220 is all that RFC 959 asks for; words decide, and what has none of them is left to the protocols that have a rule.
export default {
  name: 'ftp',
  title: 'FTP',
  ports: [21, 2121],
  overTls: { names: ['ftps'], ports: [990] },
  speaksFirst: 'server',
  source:
    'RFC 959 section 5.4: the server begins with 220, or with 120 and then 220; measured with vsftpd 3.0.3, ProFTPD 1.3.8, Pure-FTPd 1.0.50 and pyftpdlib 1.5.7',
  greetings: [
    /^220[ -][^\r\n]{0,255}?\b(?<version>vsFTPd \d[\w.]{0,20})/,
    /^220[ -][^\r\n]{0,255}?\b(?<version>ProFTPD(?: \d[\w.]{0,20})?)/,
    /^220[ -][^\r\n]{0,255}?\b(?<version>Pure-FTPd)/,
    /^220[ -][^\r\n]{0,255}?\b(?<version>pyftpdlib \d[\w.]{0,20})/,
    /^220[ -][^\r\n]{0,255}?\b(?<version>FileZilla Server(?: (?:version )?\d[\w.]{0,20})?)/,
    /^220[ -][^\r\n]{0,255}?FTP/i,
    /^120[ -]/,
    /^220[ -]/,
  ],
  refusals: [/^421[ -]/, /^530[ -]/],
  unfinished: /^(?!(?:[^\n]*\n){0,100}220(?: [^\n]*)?\r?\n)[12]20/,
  goodbye: [{ hear: /220/, say: 'QUIT\r\n' }],
  harm: 'Nothing but a line in the log; many servers allow only a few connections from one address.',
  yieldsTo: ['smtp', 'lmtp', 'dict', 'hylafax', 'vmware-authd'],
  samples: {
    greetings: [
      { bytes: '220 (vsFTPd 3.0.3)\r\n', version: 'vsFTPd 3.0.3', source: 'vsftpd 3.0.3' },
      { bytes: '220 ProFTPD Server (test) [127.0.0.1]\r\n', version: 'ProFTPD', source: 'ProFTPD 1.3.8' },
      {
        bytes:
          '220---------- Welcome to Pure-FTPd [privsep] [TLS] ----------\r\n220-You are user number 1 of 50 allowed.\r\n220-Local time is now 00:53. Server port: 43205.\r\n220-This is a private system - No anonymous login\r\n220-IPv6 connections are also welcome on this server.\r\n220 You will be disconnected after 15 minutes of inactivity.\r\n',
        version: 'Pure-FTPd',
        source: 'Pure-FTPd 1.0.50',
      },
      { bytes: '220 pyftpdlib 1.5.7 ready.\r\n', version: 'pyftpdlib 1.5.7', source: 'pyftpdlib 1.5.7' },
      { bytes: '220 Service ready for new user.\r\n', source: 'RFC 959 section 4.2.2' },
    ],
    refusals: [
      {
        bytes: '421 Too many connections (2) from this IP\r\n',
        source: 'Pure-FTPd 1.0.50 with a limit for each address',
      },
      {
        bytes: '421 There are too many connected users, please try later.\r\n',
        source: 'vsftpd 3.0.3 with max_clients',
      },
    ],
  },
} as const satisfies Probe;
