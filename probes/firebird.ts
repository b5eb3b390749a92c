import type { Probe } from '../src/model/probe.ts';

// An operation is four bytes: 3 op_accept, 4 op_reject, 5e op_accept_data, 62 op_cond_accept.
export default {
  name: 'firebird',
  title: 'Firebird',
  ports: [3050],
  speaksFirst: 'client',
  source: 'Firebird remote protocol, op_connect (src/remote/protocol.h): the client begins; measured with Firebird 3.0',
  // op_connect without a user, of a version it no longer takes: it is refused before any login.
  opening:
    '\0\0\0\x01\0\0\0\x13\0\0\0\x02\0\0\0\x01\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\n\0\0\0\x01\0\0\0\0\0\0\0\x05\0\0\0\x02',
  answers: [/^\0\0\0[\x03\x04]$/, /^\0\0\0[\x03\x5e\x62]\0\0\x80?[\0-\xff]/],
  samples: { answers: [{ bytes: '\0\0\0\x04', source: 'Firebird 3.0 of Debian 12: op_reject' }] },
} as const satisfies Probe;
