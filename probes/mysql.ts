import type { Probe } from '../src/model/probe.ts';

// A packet is three bytes of length, one of sequence, and the payload: 0a (or 09) and the version, or ff and an error.
export default {
  name: 'mysql',
  title: 'MySQL or MariaDB',
  ports: [3306, 3307, 4000, 6033, 9004, 9306],
  speaksFirst: 'server',
  source: 'MySQL protocol, Protocol::Handshake; measured with MariaDB 10.11.19 and Sphinx 2.2.11',
  greetings: [
    // MariaDB puts 5.5.5- before its own version for the sake of old replicas.
    /^[\s\S]{3}\0\x0a5\.5\.5-(?<version>\d[\x20-\x7e]{0,100}MariaDB[\x20-\x7e]{0,100})\0/,
    /^[\s\S]{3}\0[\x09\x0a](?<version>[\x20-\x7e]{1,100})\0/,
  ],
  // An error in place of the greeting: 1129 blocked, 1130 not allowed, 1040 and 1203 too many connections.
  refusals: [/^[\s\S]{3}\0\xff[\s\S]{2}[\x20-\x7e]/],
  // A whole handshake response of a user that does not exist. Said blindly it brings the greeting and then "access denied", which is
  // no connect error: 30 such visits to a MariaDB with max_connect_errors at 10 left it open, 30 quiet nudges closed it.
  opening:
    '?\0\0\x01\x01\x82\x08\0\0\0\0\x01!\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0deadair\0\0mysql_native_password\0',
  goodbye: [
    {
      hear: /^[\s\S]{3}\0[\x09\x0a]/,
      say: '?\0\0\x01\x01\x82\x08\0\0\0\0\x01!\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0deadair\0\0mysql_native_password\0',
    },
    // The server would rather have another method: an empty answer.
    { hear: /^[\s\S]{3}\x02\xfe/, say: '\0\0\0\x03' },
  ],
  harm: 'A connection that ends before the login counts as a connect error, and so does a nudge; at max_connect_errors (100) the address is blocked for everybody behind it. Named mysql://, or on its usual port, it is only greeted and bidden farewell; asking a sidecar on a port that is declared as TCP who it is counts once, unless with --no-identify.',
  samples: {
    greetings: [
      {
        bytes:
          'd\0\0\0\n5.5.5-10.11.19-MariaDB-0+deb12u1\0\x04\0\0\0sq_fc>I7\0\xfe\xf7\x08\x02\0\xff\x81\x15\0\0\0\0\0\0\x1d\0\0\0uj4akx9Ph=50\0mysql_native_password\0',
        version: '10.11.19-MariaDB-0+deb12u1',
        source: 'MariaDB 10.11.19 of Debian 12',
      },
      {
        bytes:
          'N\0\0\0\n5.7.18-log\0\x12z)\x003X8\x18D^\x16H\0\xff\xff!\x02\0\xff\xc1\x15\0\0\0\0\0\0\0\0\0\0@y\x110*AaUdwn\r\0mysql_native_password\0',
        version: '5.7.18-log',
        source: 'MySQL 5.7.18, a packet explained byte by byte in a public gist',
      },
      {
        bytes:
          'K\0\0\0\n2.2.11-id64-release (95ae9a6)\0\x01\0\0\0\x01\x02\x03\x04\x05\x06\x07\x08\0\x08\x82!\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\0',
        version: '2.2.11-id64-release (95ae9a6)',
        source: 'Sphinx 2.2.11, its MySQL listener',
      },
      {
        bytes: '&\0\0\0\x095.5.2-m2\0\x0b\0\0\0dvH@I-CJ\0',
        version: '5.5.2-m2',
        source: 'made after the MySQL protocol documentation, Protocol::HandshakeV9',
      },
    ],
    refusals: [
      {
        bytes: "D\0\0\0\xffj\x04Host '127.0.0.6' is not allowed to connect to this MariaDB server",
        source: 'MariaDB 10.11.19, error 1130',
      },
      { bytes: '\x17\0\0\0\xff\x10\x04Too many connections', source: 'MariaDB 10.11.19, error 1040' },
      {
        bytes:
          "j\0\0\0\xffi\x04Host '192.0.2.2' is blocked because of many connection errors; unblock with 'mariadb-admin flush-hosts'",
        source: 'MariaDB 10.11.19, error 1129',
      },
    ],
  },
} as const satisfies Probe;
