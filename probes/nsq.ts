import type { Probe } from '../src/model/probe.ts';

// A frame is its length, its type (0 response, 1 error) and the data.
export default {
  name: 'nsq',
  title: 'NSQ',
  ports: [4150],
  speaksFirst: 'client',
  source:
    'NSQ TCP protocol spec: after connecting the client must send its magic; from the document, no such server could be run',
  // The magic, and a client that tells nothing of itself; it subscribes to nothing.
  opening: '  V2IDENTIFY\n\0\0\0\x1c{"feature_negotiation":true}',
  answers: [
    /^\0\0[\0-\xff]{2}\0\0\0\0\{[\x20-\x7e]{0,400}?"version":"(?<version>[\w.+-]{1,40})"/,
    /^\0\0[\0-\xff]{2}\0\0\0\0(?:\{"|OK)/,
    /^\0\0[\0-\xff]{2}\0\0\0\x01E_[A-Z_]{1,40}/,
  ],
  samples: {
    answers: [
      {
        bytes:
          '\0\0\0x\0\0\0\0{"max_rdy_count":2500,"version":"1.2.1","max_msg_timeout":900000,"msg_timeout":60000,"tls_v1":false,"deflate":false}',
        version: '1.2.1',
        source: 'NSQ TCP protocol spec, IDENTIFY',
      },
      { bytes: '\0\0\0\x06\0\0\0\0OK', source: 'NSQ TCP protocol spec, "Data Format"' },
      { bytes: '\0\0\0\r\0\0\0\x01E_INVALID', source: 'NSQ TCP protocol spec, E_INVALID' },
    ],
  },
} as const satisfies Probe;
