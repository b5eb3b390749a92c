import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'smb',
  title: 'SMB (Windows file sharing)',
  ports: [445, 139],
  speaksFirst: 'client',
  source: 'MS-SMB2 section 2.2.3, NEGOTIATE: the client begins; measured with Samba 4.17.12',
  // NEGOTIATE of SMB 2.0.2 and 2.1: it comes before any login.
  opening:
    '\0\0\0h\xfeSMB@\0\0\0\0\0\0\0\0\0\x1f\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\xff\xfe\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0$\0\x02\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x02\x02\x10\x02',
  answers: [/^\0[\0-\xff]{3}[\xfe\xff]SMB/],
  samples: {
    answers: [
      {
        bytes:
          '\0\0\0\xca\xfeSMB@\0\0\0\0\0\0\0\0\0\x01\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\xff\xfe\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0A\0\x01\0\x10\x02\0\0',
        source: 'Samba 4.17.12 of Debian 12 (the first 76 bytes)',
      },
    ],
  },
} as const satisfies Probe;
