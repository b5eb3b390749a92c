import type { Probe } from '../src/model/probe.ts';

// Group communication of MariaDB and Percona clusters: length 36, a checksum, version 0 or 1, type 1 (handshake), and two UUIDs.
export default {
  name: 'galera',
  title: 'Galera Cluster',
  ports: [4567],
  speaksFirst: 'server',
  source:
    'Galera, gcomm: the side that accepts sends the handshake; measured with Galera 26.4.23 in MariaDB 10.11 and in garbd',
  greetings: [/^\x24\0\0[\0-\x0f][\s\S]{4}[\0-\x04]\x01\x10[\s\S]{33}$/],
  harm: 'Anything but a handshake is logged as a warning about port scanners.',
  samples: {
    greetings: [
      {
        bytes:
          '$\0\0\x02\xf9:\x07\xf0\0\x01\x10\0`\xec\xaa7\xe5F\x11\xf1\xbfd\xf3\x92I\x15\x94E`\xed\x8c\xc5\xe5F\x11\xf1\x9c\x96\xc7c\x80\x97\xef\xa2',
        source: 'Galera 26.4.23 in MariaDB 10.11.19',
      },
      {
        bytes:
          '$\0\0\x02\xa9P\x1c\xdc\0\x01\x10\0d1\x90\x8c\xe5F\x11\xf1\xb9\xac\x17\xa8\xc5t;\xafd4\xd0x\xe5F\x11\xf1\x87\xf6\x03jkD\xde\x17',
        source: 'Galera 26.4.23, garbd',
      },
    ],
  },
} as const satisfies Probe;
