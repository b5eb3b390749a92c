import type { Probe } from '../src/model/probe.ts';

// A frame is a length of three bytes, a type (04 SETTINGS, 07 GOAWAY), flags, a stream; a connection begins with SETTINGS on stream 0.
export default {
  name: 'http2',
  title: 'HTTP/2 or gRPC without TLS',
  ports: [8080, 50051, 2379, 9090],
  overTls: { names: ['https'], ports: [443] },
  speaksFirst: 'client',
  source:
    'RFC 9113 section 3.4: the client must send its preface, yet the server may send SETTINGS first; gRPC for Go 1.85 and nghttpd 1.52 do so unasked, etcd 3.4.23 and Envoy 1.40.0 wait (measured). Clients never wait for it, so nothing can deadlock',
  // The preface, and SETTINGS without a setting.
  opening: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0',
  answers: [
    /^\0[\0-\x03][\0-\xff]\x04\0\0\0\0\0(?:$|\0[\x01-\x09])/,
    /^\0\0\0\x04\0\0\0\0\0\0\0[\0-\xff]{2}[\x04\x07\x08]/,
    /^\0\0[\x08-\xff]\x07\0\0\0\0\0\0\0\0\0/,
  ],
  goodbye: [{ hear: /^\0/, say: '\0\0\x08\x07\0\0\0\0\0\0\0\0\0\0\0\0\0' }],
  samples: {
    answers: [
      { bytes: '\0\0\x06\x04\0\0\0\0\0\0\x05\0\0@\0', source: 'gRPC for Go 1.85, to silence' },
      { bytes: '\0\0\x06\x04\0\0\0\0\0\0\x03\0\0\0d', source: 'nghttpd 1.52 of Debian 12, to silence' },
      {
        bytes: '\0\0\x0c\x04\0\0\0\0\0\0\x05\0\0@\0\0\x03\xff\xff\xff\xff\0\0\0\x04\x01\0\0\0\0',
        source: 'etcd 3.4.23 of Debian 12',
      },
      {
        bytes:
          '\0\0\x18\x04\0\0\0\0\0\0\x01\0\0\x10\0\0\x08\0\0\0\0\0\x03\0\0\x04\0\0\x04\x01\0\0\0\0\0\0\x04\x01\0\0\0\0\0\0\x04\x08\0\0\0\0\0\x01\x7f\0\x01',
        source: 'Envoy 1.40.0',
      },
      {
        bytes: '\0\0\x0c\x04\0\0\0\0\0\0\x08\0\0\0\x01\0\x03\0\0\0d\0\0\0\x04\x01\0\0\0\0',
        source: 'HAProxy 2.6.12 of Debian 12',
      },
    ],
  },
} as const satisfies Probe;
