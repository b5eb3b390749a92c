import type { Probe } from '../src/model/probe.ts';

// A packet is its length, a checksum of nought, its type (02 accept, 04 refuse, 05 redirect, 0b resend).
export default {
  name: 'oracle',
  title: 'Oracle Database (TNS listener)',
  ports: [1521, 1522, 1526, 2483],
  speaksFirst: 'client',
  source:
    'Oracle Net: the client begins with a Connect packet, as lsnrctl and published captures of its exchange show; no such server could be run',
  // Connect with the command that lsnrctl and tnsping use to see whether the listener lives.
  opening:
    '\0W\0\0\x01\0\0\0\x016\x01,\0\0\x08\0\x7f\xffO\x98\0\0\0\x01\0\x1d\0:\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0(CONNECT_DATA=(COMMAND=ping))',
  answers: [
    /^[\0-\xff]{2}\0\0\x04\0\0\0[\0-\xff]{4}\(DESCRIPTION=/,
    /^\0\x08\0\0\x0b[\0-\xff]\0\0/,
    /^[\0-\xff]{2}\0\0[\x02\x05]\0\0\0[\0-\xff]{2}/,
  ],
  harm: 'Each question is a line in listener.log.',
  samples: {
    answers: [
      {
        bytes: '\0A\0\0\x04\0\0\0"\0\x005(DESCRIPTION=(TMP=)(VSNNUM=0)(ERR=0)(ALIAS=LISTENER))',
        source: 'a published capture of the answer to COMMAND=ping',
      },
      {
        bytes:
          '\0e\0\0\x04\0\0\0"\0\0Y(DESCRIPTION=(TMP=)(VSNNUM=301989888)(ERR=1189)(ERROR_STACK=(ERROR=(CODE=1189)(EMFI=4))))',
        source: 'a published capture of the answer of an 18c listener to COMMAND=version',
      },
      { bytes: '\0\x08\0\0\x0b\0\0\0', source: 'Oracle Net: Resend, which asks for the Connect packet once more' },
    ],
  },
} as const satisfies Probe;
