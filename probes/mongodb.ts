import type { Probe } from '../src/model/probe.ts';

// A message is its length, its number, the number it answers and an opcode (all little-endian): dd 07 is OP_MSG, 01 00 OP_REPLY.
export default {
  name: 'mongodb',
  title: 'MongoDB',
  ports: [27017, 27018, 27019],
  speaksFirst: 'client',
  source:
    'MongoDB wire protocol, OP_MSG: the client asks first. Istio lists port 27017 among the server-first ones and treats it as TCP; it does no harm, but it is not so. Measured with FerretDB 2.7.0: silent until asked',
  // OP_MSG number "dead": { buildInfo: 1, $db: "admin" }, which needs no login.
  opening: '8\0\0\0dead\0\0\0\0\xdd\x07\0\0\0\0\0\0\0#\0\0\0\x10buildInfo\0\x01\0\0\0\x02$db\0\x06\0\0\0admin\0\0',
  answers: [
    /^[\0-\xff]{8}dead\xdd\x07\0\0[\0-\xff]{9}\x02version\0[\0-\xff]{4}(?<version>\d[\w.+-]{0,40})\0/,
    /^[\0-\xff]{8}dead(?:\xdd\x07|\x01\0)\0\0/,
    // mongod tells a browser where it is.
    /^HTTP\/1\.0 200 OK\r\n(?:[^\r\n]{1,100}\r\n){0,8}\r\nIt looks like you are trying to access MongoDB over HTTP/,
  ],
  samples: {
    answers: [
      {
        bytes:
          '\xbc\x01\0\0\x01\0\0\0dead\xdd\x07\0\0\0\0\0\0\0\xa7\x01\0\0\x02version\0\x07\0\0\x007.0.77\0\x02gitVersion\0\x08\0\0\0unknown\0\x04modules\0\x05\0\0\0\0\x02sysInfo\0\x0b\0\0\0deprecated\0',
        version: '7.0.77',
        source: 'FerretDB 2.7.0, which tells the MongoDB version it stands in for (the first 105 bytes)',
      },
      {
        bytes:
          'HTTP/1.0 200 OK\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: 85\r\n\r\nIt looks like you are trying to access MongoDB over HTTP on the native driver port.\r\n',
        source: 'mongod, to an HTTP request: the source of MongoDB, transport/session_workflow.cpp',
      },
    ],
  },
} as const satisfies Probe;
