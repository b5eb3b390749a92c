import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'zookeeper',
  title: 'ZooKeeper',
  ports: [2181, 2182],
  speaksFirst: 'client',
  source: 'ZooKeeper administrator\'s guide, "The Four Letter Words"; measured with ZooKeeper 3.8.0',
  // The one word that is allowed by default. Four letters are all it reads; the blank lines make a sniffing proxy decide.
  opening: 'srvr\r\n\r\n',
  answers: [
    /^Zookeeper version: (?<version>\d[\w.]{0,30})/,
    /^[a-z]{4} is not executed because it is not in the whitelist\./,
    /^This ZooKeeper instance is not currently serving requests/,
    /^imok$/,
  ],
  samples: {
    answers: [
      {
        bytes:
          'Zookeeper version: 3.8.0-\x24{mvngit.commit.id}, built on 2024-12-29 17:54 UTC\nLatency min/avg/max: 0/0.0/0\nReceived: 1\nSent: 0\nConnections: 1\nOutstanding: 0\nZxid: 0x0\nMode: standalone\nNode count: 5\n',
        version: '3.8.0',
        source: 'ZooKeeper 3.8.0 of Debian 12',
      },
      {
        bytes: 'ruok is not executed because it is not in the whitelist.\n',
        source: 'ZooKeeper 3.8.0 of Debian 12, to ruok',
      },
      {
        bytes: 'This ZooKeeper instance is not currently serving requests\n',
        source: 'ZooKeeper 3.8.0 of Debian 12, while it starts',
      },
    ],
  },
} as const satisfies Probe;
