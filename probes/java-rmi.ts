import type { Probe } from '../src/model/probe.ts';

// 4e acknowledges; the address that the server sees us under follows.
export default {
  name: 'java-rmi',
  title: 'Java RMI',
  ports: [1099, 1098, 9010],
  speaksFirst: 'client',
  source:
    'Java RMI specification, 10.2: the client begins with JRMI; measured with the JMX registry of OpenJDK 17.0.15',
  // The stream protocol: it is acknowledged, and no object is called.
  opening: 'JRMI\0\x02K',
  answers: [/^N\0[\x01-\xff][\x21-\x7e]{1,255}\0\0[\0-\xff]{2}/],
  samples: { answers: [{ bytes: 'N\0\t127.0.0.1\0\0\xe3\xf6', source: 'OpenJDK 17.0.15' }] },
} as const satisfies Probe;
