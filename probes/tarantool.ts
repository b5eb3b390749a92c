import type { Probe } from '../src/model/probe.ts';

// Two lines of 64 bytes: the version and the instance, and a salt.
export default {
  name: 'tarantool',
  title: 'Tarantool',
  ports: [3301, 3302, 3303],
  speaksFirst: 'server',
  source:
    'Tarantool binary protocol, greeting message: 128 bytes as soon as a client connects; measured with Tarantool 2.6.0',
  greetings: [/^Tarantool (?<version>\d[\w.-]{0,40}) \((?:Binary|Lua console)\)/],
  harm: 'Nothing.',
  samples: {
    greetings: [
      {
        bytes:
          'Tarantool 2.6.0 (Binary) 12b27317-4eee-4908-b118-888fbc98627b  \nRb3tY0VWesnhG0+hSWL1wkTLk9BVKnvT/zKzNkBPnp0=                   \n',
        version: '2.6.0',
        source: 'Tarantool 2.6.0',
      },
    ],
  },
} as const satisfies Probe;
