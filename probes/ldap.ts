import type { Probe } from '../src/model/probe.ts';

// A message is 30, a length, its number, and d (an entry), e (the end of a search), a (a bind) or x (extended).
export default {
  name: 'ldap',
  title: 'LDAP',
  ports: [389, 3268],
  overTls: { names: ['ldaps'], ports: [636, 3269] },
  speaksFirst: 'client',
  source:
    'RFC 4511 section 4.5 and RFC 4512 section 5.1: the root DSE can be read without a login; measured with OpenLDAP 2.5.13',
  // Search for the root DSE: two of its attributes, no login.
  opening:
    '0J\x02\x01\x01cE\x04\0\n\x01\0\n\x01\0\x02\x01\x01\x02\x01\0\x01\x01\0\x87\x0bobjectClass0%\x04\rvendorVersion\x04\x14supportedLDAPVersion',
  answers: [/^0(?:[\0-\x7f]|\x81[\0-\xff]|\x82[\0-\xff]{2}|\x83[\0-\xff]{3}|\x84[\0-\xff]{4})\x02\x01[\0\x01][adex]/],
  goodbye: [{ hear: /^0/, say: '0\x05\x02\x01\x02B\0' }],
  samples: {
    answers: [
      {
        bytes:
          '0&\x02\x01\x01d!\x04\x000\x1d0\x1b\x04\x14supportedLDAPVersion1\x03\x04\x0130\x0c\x02\x01\x01e\x07\n\x01\0\x04\0\x04\0',
        source: 'OpenLDAP 2.5.13 of Debian 12',
      },
    ],
  },
} as const satisfies Probe;
