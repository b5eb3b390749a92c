import type { Probe } from '../src/model/probe.ts';

// The line is `SSH-protoversion-softwareversion SP comments CR LF`; lines without `SSH-` may come before it (RFC 4253, 4.2).
export default {
  name: 'ssh',
  title: 'SSH',
  ports: [22, 2222, 830, 8101, 29418],
  speaksFirst: 'server',
  source:
    'RFC 4253 section 4.2: both sides send the identification at once; measured with OpenSSH 9.2p1 and Dropbear 2022.83',
  greetings: [/^(?:[^\r\n]{0,255}\r?\n){0,20}?SSH-(?:2\.0|1\.\d{1,2})-(?<version>[\x21-\x7e]{1,200})/],
  refusals: [/^Exceeded MaxStartups\r?\n/, /^Not allowed at this time\r?\n/],
  answers: [/^Invalid SSH identification string\.\r?\n/, /^Protocol mismatch\.\r?\n/],
  unfinished: /^[^\n]*$/,
  // The line alone, and then away: sshd logs one "Connection closed … [preauth]"; leaving without it adds an error about the identification.
  goodbye: [{ hear: /^SSH-|\nSSH-/, say: 'SSH-2.0-deadair\r\n' }],
  harm: 'Each visit is a line in the log; from 9.8 on OpenSSH makes an address that leaves without logging in wait (PerSourcePenalties), and several visitors at once meet MaxStartups.',
  samples: {
    greetings: [
      {
        bytes: 'SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u10\r\n',
        version: 'OpenSSH_9.2p1',
        source: 'OpenSSH 9.2p1 of Debian 12',
      },
      {
        bytes: 'SSH-2.0-dropbear_2022.83\r\n\0\0\x01\xfc\x07\x14M%\b\xa8\xa82?\x07G\xee&\xf7\x05\x1c',
        version: 'dropbear_2022.83',
        source: 'Dropbear 2022.83 of Debian 12, which sends its key exchange along',
      },
    ],
    answers: [
      { bytes: 'Invalid SSH identification string.\r\n', source: 'OpenSSH 9.2p1 of Debian 12, to a line of junk' },
    ],
  },
} as const satisfies Probe;
