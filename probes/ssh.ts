import type { Probe } from '../src/model/probe.ts';

// The line is `SSH-protoversion-softwareversion SP comments CR LF`; lines without `SSH-` may come before it (RFC 4253, 4.2).
export default {
  name: 'ssh',
  title: 'SSH',
  ports: [22, 2222, 830, 8101, 29418],
  speaksFirst: 'server',
  source:
    'RFC 4253 section 4.2: both sides send their identification at once; measured with OpenSSH 9.2p1, Dropbear 2022.83 and TinySSH 20230101',
  greetings: [/^(?:[^\r\n]{0,255}\r?\n){0,20}?SSH-(?:2\.0|1\.\d{1,2})-(?<version>[\x21-\x7e]{1,200})/],
  refusals: [/^Exceeded MaxStartups\r?\n/, /^Not allowed at this time\r?\n/],
  answers: [/^Invalid SSH identification string\.\r?\n/, /^Protocol mismatch\.\r?\n/],
  unfinished: /^[^\n]*$/,
  // Measured: the identification frees the greeting through a proxy, and costs the server one line of its log.
  opening: 'SSH-2.0-deadair\r\n',
  // Leaving without it is logged as an error of the identification besides.
  goodbye: [{ hear: /^SSH-|\nSSH-/, say: 'SSH-2.0-deadair\r\n' }],
  harm: 'Each visit is a line in the log; from 9.8 on OpenSSH shuts out an address that leaves without logging in fifteen times in a few seconds (PerSourcePenalties), and several visitors at once meet MaxStartups.',
  samples: {
    greetings: [
      {
        bytes: 'SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u10\r\n',
        version: 'OpenSSH_9.2p1',
        source: 'OpenSSH 9.2p1 of Debian 12',
      },
      {
        bytes:
          'SSH-2.0-dropbear_2022.83\r\n\0\0\x01\xfc\x07\x14R/\xbb8c\xc7\xd8%Z\x89\xfd\x99\xb62\xd2\xd8\0\0\0\xd8curve25519-sha256',
        version: 'dropbear_2022.83',
        source: 'Dropbear 2022.83, which sends its key exchange along',
      },
      { bytes: 'SSH-2.0-tinyssh_20230101-1 deL9AIjc\r\n', version: 'tinyssh_20230101-1', source: 'TinySSH 20230101' },
    ],
    refusals: [
      { bytes: 'Exceeded MaxStartups\r\n', source: 'OpenSSH 9.2p1 with more visitors than MaxStartups' },
      { bytes: 'Not allowed at this time\r\n', source: 'OpenSSH 9.8, sshd.c: an address under a penalty' },
    ],
    answers: [{ bytes: 'Invalid SSH identification string.\r\n', source: 'OpenSSH 9.2p1, to a line of junk' }],
  },
} as const satisfies Probe;
