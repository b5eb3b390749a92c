import type { Probe } from '../src/model/probe.ts';

// TPKT (03 00, a length), then X.224: d0 is the connection confirm.
export default {
  name: 'rdp',
  title: 'Remote Desktop',
  ports: [3389],
  speaksFirst: 'client',
  source: 'MS-RDPBCGR section 2.2.1.1, X.224 Connection Request: the client begins; measured with xrdp 0.9.21.1',
  // A connection request that offers TLS and CredSSP: no user, no cookie.
  opening: '\x03\0\0\x13\x0e\xe0\0\0\0\0\0\x01\0\x08\0\x03\0\0\0',
  answers: [/^\x03\0\0[\x0b\x13][\x06\x0e]\xd0[\0-\xff]{2}[\0-\xff]{2}\0/],
  samples: {
    answers: [
      { bytes: '\x03\0\0\x13\x0e\xd0\0\0\x124\0\x02\x01\x08\0\0\0\0\0', source: 'xrdp 0.9.21.1 of Debian 12' },
      {
        bytes: '\x03\0\0\x0b\x06\xd0\0\0\x124\0',
        source: 'xrdp 0.9.21.1 of Debian 12, to a request without a negotiation',
      },
      {
        bytes: '\x03\0\0\x13\x0e\xd0\0\0\x124\0\x03\0\x08\0\x05\0\0\0',
        source: 'MS-RDPBCGR section 2.2.1.2.2: a server that insists on network level authentication',
      },
    ],
  },
} as const satisfies Probe;
