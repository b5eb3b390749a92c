import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'ceph',
  title: 'Ceph messenger',
  ports: [3300, 6789, 6800],
  speaksFirst: 'server',
  source:
    'Ceph documentation, msgr2 and network protocol: the server sends its banner first; linux include/linux/ceph/msgr.h',
  greetings: [/^ceph (?<version>v2)\n[\s\S]{2}/, /^ceph (?<version>v\d{3})/],
  harm: 'Nothing but a line in the log at a higher level.',
  samples: {
    greetings: [
      {
        bytes: 'ceph v2\n\x10\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0',
        version: 'v2',
        source: 'made after the msgr2 documentation: 16 bytes follow, the features supported and required',
      },
      {
        bytes: 'ceph v027\0\0\0\0\0\0\0\0\0\x02\x1a\x85\xc0\0\x02\x01',
        version: 'v027',
        source: 'made after linux include/linux/ceph/msgr.h, CEPH_BANNER and an address',
      },
    ],
  },
} as const satisfies Probe;
