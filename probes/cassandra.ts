import type { Probe } from '../src/model/probe.ts';

// A frame is a version (with the high bit set, in an answer), flags, a stream, an opcode (00 ERROR, 06 SUPPORTED) and a length.
export default {
  name: 'cassandra',
  title: 'Cassandra or Scylla (CQL)',
  ports: [9042, 9142, 19042],
  speaksFirst: 'client',
  source:
    'CQL native protocol v4 sections 2, 4.1.3 and 4.2.4: the client begins; from the document, no such server could be run',
  // OPTIONS of version 4: allowed before any login.
  opening: '\x04\0\0\0\x05\0\0\0\0',
  answers: [/^[\x83-\x86][\0-\x1f]\0\0[\0\x06]\0\0[\0-\xff]{2}/, /^[\x81\x82][\0-\x03]\0[\0\x06]\0\0[\0-\xff]{2}/],
  samples: {
    answers: [
      {
        bytes:
          '\x84\0\0\0\x06\0\0\0`\0\x03\0\x11PROTOCOL_VERSIONS\0\x03\0\x043/v3\0\x044/v4\0\x045/v5\0\x0bCOMPRESSION\0\x02\0\x06snappy\0\x03lz4\0\x0bCQL_VERSION\0\x01\0\x053.4.5',
        source: 'CQL native protocol v4 section 4.2.4, SUPPORTED',
      },
      {
        bytes: '\x84\0\0\0\0\0\0\x008\0\0\0\n\x002Invalid or unsupported protocol version (71); ...',
        source: 'CQL native protocol v4 section 4.2.1, ERROR: to a frame of another protocol (HTTP here)',
      },
    ],
  },
} as const satisfies Probe;
