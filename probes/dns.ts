import type { Probe } from '../src/model/probe.ts';

// Over TCP each message has its length in two bytes before it; the answer repeats the number of the question (de ad).
export default {
  name: 'dns',
  title: 'DNS over TCP',
  ports: [53, 5353, 8053],
  overTls: { names: ['dot'], ports: [853] },
  speaksFirst: 'client',
  source:
    'RFC 1035 section 4.2.2: the client asks. Istio lists port 53 among the server-first ones and treats it as TCP; it does no harm, but it is not so. Measured with named 9.18.49 and dnsmasq 2.90: silent until asked',
  // version.bind TXT CH, without recursion.
  opening: '\0\x1e\xde\xad\0\0\0\x01\0\0\0\0\0\0\x07version\x04bind\0\0\x10\0\x03',
  answers: [
    /^\0[\0-\xff]\xde\xad[\x80-\xff][\0-\xff]{9}\x07version\x04bind\0\0\x10\0\x03\xc0\x0c\0\x10\0\x03[\0-\xff]{7}(?<version>[\x20-\x7e]{1,100})/,
    /^[\0-\xff]{2}\xde\xad[\x80-\xff][\0-\xff]/,
  ],
  harm: 'Asking a name server for its version is what intrusion detection looks for; it changes nothing.',
  samples: {
    answers: [
      {
        bytes:
          '\0Q\xde\xad\x84\0\0\x01\0\x01\0\x01\0\0\x07version\x04bind\0\0\x10\0\x03\xc0\x0c\0\x10\0\x03\0\0\0\0\0\x19\x189.18.49-1~deb12u3-Debian\xc0\x0c\0\x02\0\x03\0\0\0\0\0\x02\xc0\x0c',
        version: '9.18.49-1~deb12u3-Debian',
        source: 'named 9.18.49 of Debian 12',
      },
      {
        bytes:
          '\x007\xde\xad\x84\x80\0\x01\0\x01\0\0\0\0\x07version\x04bind\0\0\x10\0\x03\xc0\x0c\0\x10\0\x03\0\0\0\0\0\r\x0cdnsmasq-2.90',
        version: 'dnsmasq-2.90',
        source: 'dnsmasq 2.90 of Debian 12',
      },
      {
        bytes: '\0\x1e\xde\xad\x80\x05\0\x01\0\0\0\0\0\0\x07version\x04bind\0\0\x10\0\x03',
        source: 'RFC 1035 section 4.1.1: a server that refuses (RCODE 5)',
      },
    ],
  },
} as const satisfies Probe;
