import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'beanstalkd',
  title: 'beanstalkd',
  ports: [11300],
  speaksFirst: 'client',
  source: 'beanstalkd protocol.txt; measured with beanstalkd 1.12',
  opening: 'list-tube-used\r\n',
  answers: [/^USING [\x21-\x7e]{1,200}\r\n/, /^(?:UNKNOWN_COMMAND|BAD_FORMAT|INTERNAL_ERROR|OUT_OF_MEMORY)\r\n/],
  goodbye: [{ hear: /^USING /, say: 'quit\r\n' }],
  samples: {
    answers: [
      { bytes: 'USING default\r\n', source: 'beanstalkd 1.12 of Debian 12' },
      { bytes: 'UNKNOWN_COMMAND\r\nUNKNOWN_COMMAND\r\n', source: 'beanstalkd 1.12 of Debian 12, to two blank lines' },
    ],
  },
} as const satisfies Probe;
