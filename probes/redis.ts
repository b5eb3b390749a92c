import type { Probe } from '../src/model/probe.ts';

// A reply begins with its type; an error is `-WORD text`. Only Redis's own texts count: POP3 and NATS write -ERR as well.
export default {
  name: 'redis',
  title: 'Redis, Valkey or Sentinel',
  ports: [6379, 6380, 7000, 7001, 16379, 26379],
  overTls: { names: ['rediss'], ports: [6380] },
  speaksFirst: 'client',
  source: 'Redis serialization protocol specification; measured with Redis 7.0.15 and its Sentinel',
  // As an array, which proxies understand too: a bare line is for people.
  opening: '*1\r\n$4\r\nPING\r\n',
  answers: [
    /^\+PONG\r\n/,
    /^-(?:NOAUTH|NOPERM|WRONGPASS|LOADING|BUSY|MASTERDOWN|MISCONF|CLUSTERDOWN|READONLY|UNKILLABLE) /,
    /^-ERR (?:unknown (?:sub)?command [\x27`]|wrong number of arguments for |Protocol error: |operation not permitted)/,
  ],
  // Told before the client has spoken, and then the server closes: protected mode, and maxclients.
  refusals: [/^-DENIED /, /^-ERR max number of clients/],
  goodbye: [{ hear: /^\+PONG|^-(?:NOAUTH|LOADING|MASTERDOWN|MISCONF) /, say: '*1\r\n$4\r\nQUIT\r\n' }],
  harm: 'Words of HTTP (POST, Host:) are logged as a possible security attack and end the connection.',
  samples: {
    answers: [
      { bytes: '+PONG\r\n', source: 'Redis 7.0.15 of Debian 12 and its Sentinel, to PING' },
      { bytes: '-NOAUTH Authentication required.\r\n', source: 'Redis 7.0.15 of Debian 12 with requirepass, to PING' },
      {
        bytes: "-ERR wrong number of arguments for 'get' command\r\n",
        source: 'Redis 7.0.15 of Debian 12, to GET / HTTP/1.0',
      },
      {
        bytes: "-ERR unknown command 'GET', with args beginning with: '/' 'HTTP/1.0' \r\n",
        source: 'Sentinel of Redis 7.0.15 of Debian 12, to GET / HTTP/1.0',
      },
    ],
    refusals: [
      {
        bytes:
          '-DENIED Redis is running in protected mode because protected mode is enabled and no password is set for the default user. In this mode connections are only accepted from the loopback interface.',
        source:
          'Redis 7.0.15 of Debian 12 in protected mode, seen from 192.0.2.1, to silence (the first 189 of 1067 bytes)',
      },
      {
        bytes: '-ERR max number of clients reached\r\n',
        source: 'Redis 7.0.15 of Debian 12 with maxclients 1, to silence on the second connection',
      },
    ],
  },
} as const satisfies Probe;
