import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'clickhouse',
  title: 'ClickHouse (native)',
  ports: [9000, 9440],
  speaksFirst: 'client',
  source: 'ClickHouse native protocol: the client begins with Hello, which is a login; measured with ClickHouse 18.16',
  // Ping, out of turn: it draws an exception. Hello would be an attempt to log in.
  opening: '\x04\x04\x04\x04\x04\x04\x04\x04',
  answers: [
    /^\x02[\0-\xff]{4}[\0-\x7f]DB::/,
    /^\0[\x01-\x40]ClickHouse/,
    /^HTTP\/1\.0 400 Bad Request\r\n\r\nPort \d{1,5} is for clickhouse-client program/,
  ],
  harm: 'The question is an exception in the error log.',
  samples: {
    answers: [
      {
        bytes: '\x02e\0\0\0\x10DB::NetException/DB::NetException: Unexpected packet from client\xab\x060. ',
        source: 'ClickHouse 18.16 of Debian 12, to Ping before Hello and to the quiet nudge (the first 74 bytes)',
      },
      { bytes: '\0\nClickHouse\x12\x10\x8c\xa9\x03\x07Etc/UTC', source: 'ClickHouse 18.16 of Debian 12, to Hello' },
      {
        bytes:
          'HTTP/1.0 400 Bad Request\r\n\r\nPort 9000 is for clickhouse-client program\r\nYou must use port 8123 for HTTP.\r\n',
        source: 'ClickHouse, to an HTTP request: src/Server/TCPHandler.cpp',
      },
    ],
  },
} as const satisfies Probe;
