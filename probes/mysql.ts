import type { Probe } from '../src/model/probe.ts';

// A packet is three bytes of length, one of sequence, and the payload: 0a (or 09) and the version, or ff and an error.
export default {
  name: 'mysql',
  title: 'MySQL or MariaDB',
  ports: [3306, 3307, 33060, 4000, 6033, 9004, 9306],
  speaksFirst: 'server',
  source: 'MySQL protocol, Protocol::Handshake; measured with MariaDB 10.11.19',
  greetings: [
    // MariaDB puts 5.5.5- before its own version for the sake of old replicas.
    /^.{3}\0\x0a5\.5\.5-(?<version>\d[\x20-\x7e]{0,100}MariaDB[\x20-\x7e]{0,100})\0/s,
    /^.{3}\0[\x09\x0a](?<version>[\x20-\x7e]{1,100})\0/s,
  ],
  // An error in place of the greeting: 1129 blocked, 1130 not allowed, 1040 and 1203 too many connections.
  refusals: [/^.{3}\0\xff[\0-\xff]{2}[\x20-\x7e]/s],
  // A whole handshake response of a user that does not exist, said blindly: the greeting comes, and then "access denied".
  opening:
    '?\0\0\x01\x01\x82\x08\0\0\0\0\x01!\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0deadair\0\0mysql_native_password\0',
  goodbye: [
    // A whole handshake response of a user that does not exist: "access denied" is no connect error.
    {
      hear: /^.{3}\0[\x09\x0a]/s,
      say: '?\0\0\x01\x01\x82\x08\0\0\0\0\x01!\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0deadair\0\0mysql_native_password\0',
    },
    // The server would rather have another method: an empty answer.
    { hear: /^.{3}\x02\xfe/s, say: '\0\0\0\x03' },
  ],
  harm: 'A connection that ends before the login counts as a connect error; at max_connect_errors (100) the address is blocked for all its clients.',
  samples: {
    greetings: [
      {
        bytes:
          'd\0\0\0\n5.5.5-10.11.19-MariaDB-0+deb12u1\0\x04\0\0\0.KprkETV\0\xfe\xf7\b\x02\0\xff\x15\0\0\0\0\0\0\x1d\0\0\x003=v\\J>65HIt/\0mysql_native_password\0',
        version: '10.11.19-MariaDB-0+deb12u1',
        source: 'MariaDB 10.11.19 of Debian 12',
      },
    ],
  },
} as const satisfies Probe;
