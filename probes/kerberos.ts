import type { Probe } from '../src/model/probe.ts';

// 7e is KRB-ERROR, 6b AS-REP.
export default {
  name: 'kerberos',
  title: 'Kerberos',
  ports: [88, 464],
  speaksFirst: 'client',
  source:
    'RFC 4120 section 7.2.2: over TCP a length goes before each message, and the client begins; measured with MIT Kerberos 1.20.1',
  // An AS-REQ that names no client: nobody's login can fail by it.
  opening:
    '\0\0\0WjU0S\xa1\x03\x02\x01\x05\xa2\x03\x02\x01\n\xa4G0E\xa0\x07\x03\x05\0\0\0\0\0\xa2\x03\x1b\x01X\xa3\x160\x14\xa0\x03\x02\x01\x02\xa1\r0\x0b\x1b\x06krbtgt\x1b\x01X\xa5\x11\x18\x0f19700101000000Z\xa7\x03\x02\x01\x01\xa8\x050\x03\x02\x01\x12',
  answers: [/^\0\0[\0-\xff]{2}[\x6b\x7e](?:[\0-\x7f]|\x81[\0-\xff]|\x82[\0-\xff]{2})0/],
  harm: 'One line in the log of the KDC.',
  samples: {
    answers: [
      {
        bytes:
          '\0\0\0Y~W0U\xa0\x03\x02\x01\x05\xa1\x03\x02\x01\x1e\xa4\x11\x18\x0f20261121003604Z\xa5\x05\x02\x03\x04\x83M\xa6\x03\x02\x01\x06\xa9\x03\x1b\x01X\xaa\x160\x14\xa0\x03\x02\x01\x02\xa1\r0\x0b\x1b\x06krbtgt\x1b\x01X\xab\r\x1b\x0bNULL_CLIENT',
        source: 'MIT Kerberos 1.20.1 of Debian 12',
      },
      {
        bytes:
          '\0\0\0`~^0\\\xa0\x03\x02\x01\x05\xa1\x03\x02\x01\x1e\xa4\x11\x18\x0f20261121003604Z\xa5\x05\x02\x03\x04\x83O\xa6\x03\x02\x01=\xa9\x0e\x1b\x0cEXAMPLE.TEST\xaa!0\x1f\xa0\x03\x02\x01\x02\xa1\x180\x16\x1b\x06krbtgt\x1b\x0cEXAMPLE.TEST',
        source: 'MIT Kerberos 1.20.1 of Debian 12, to the quiet nudge: the "length" is too long',
      },
    ],
  },
} as const satisfies Probe;
