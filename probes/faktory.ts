import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'faktory',
  title: 'Faktory',
  ports: [7419],
  speaksFirst: 'server',
  source:
    'Faktory Work Protocol: on connection the server immediately sends HI; from the document, no such server could be run',
  greetings: [/^\+HI \{/],
  harm: 'A worker that leaves before HELLO is a line in the log.',
  samples: {
    greetings: [
      { bytes: '+HI {"v":2}\r\n', source: 'Faktory wiki, "Worker Lifecycle"' },
      {
        bytes: '+HI {"v":2,"s":"123456789abc","i":1735}\r\n',
        source: 'Faktory wiki, "Worker Lifecycle": with a password',
      },
    ],
  },
} as const satisfies Probe;
