import type { Probe } from '../src/model/probe.ts';

// A segment is its length, d0, its format, a number; the object is a length and a code point: 1443 EXCSATRD, 12xx a complaint.
export default {
  name: 'db2',
  title: 'DB2 or Derby (DRDA)',
  ports: [50000, 50001, 446, 1527],
  speaksFirst: 'client',
  source: 'DRDA volume 3 (DDM), EXCSAT: the requester begins; measured with Apache Derby 10.14.2.0',
  // EXCSAT: who we are (EBCDIC "deadair"), and nothing else.
  opening: '\0 \xd0\x01\0\x01\0\x1a\x10A\0\x0b\x11^\x84\x85\x81\x84\x81\x89\x99\0\x0b\x11G\xc4\xc5\xc1\xc4\xc1\xc9\xd9',
  answers: [/^\0[\0-\xff]\xd0[\x02\x03\x42\x43]\0\x01\0[\0-\xff](?:\x14\x43|\x12[\0-\xff])/],
  samples: {
    answers: [
      {
        bytes:
          '\0m\xd0\x02\0\x01\0g\x14C\0\x1d\x11^\xd5\x85\xa3\xa6\x96\x99\x92\xe2\x85\x99\xa5\x85\x99\xc3\x96\x95\xa3\x99\x96\x93@\x94\x81\x89\x95\0\x10\x11G\xc1\x97\x81\x83\x88\x85@\xc4\x85\x99\x82\xa8\0\x18\x11m\xd5\x85\xa3\xa6\x96\x99\x92\xe2\x85\x99\xa5\x85\x99\xc3\x96\x95\xa3\x99\x96\x93\0\x1e\x11Z\xc3\xe2\xe2\xf1\xf0\xf1\xf4\xf0a\xf1\xf0K\xf1\xf4K\xf2K\xf0@`@Mooo]',
        source: 'Apache Derby 10.14.2.0 of Debian 12 (its names are EBCDIC)',
      },
      {
        bytes: '\0\x1b\xd0\x02\0\x01\0\x15\x12L\0\x06\x11I\0\x08\0\x06\0\x0c\0\0\0\x05\x11J\x03',
        source: 'Apache Derby 10.14.2.0 of Debian 12, to the quiet nudge: SYNTAXRM',
      },
    ],
  },
} as const satisfies Probe;
