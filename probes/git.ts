import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'git',
  title: 'Git daemon',
  ports: [9418],
  speaksFirst: 'client',
  source: 'gitprotocol-pack, "Git Transport"; measured with Git 2.39.5',
  // To read a repository that is not there. The line feed is optional: without it Envoy waits for the end of an HTTP request line (measured).
  opening: '002dgit-upload-pack /deadair\n\0host=localhost\0',
  answers: [/^[0-9a-f]{4}ERR [\x20-\x7e]/, /^[0-9a-f]{4}(?:[0-9a-f]{40}|[0-9a-f]{64}) /, /^[0-9a-f]{4}version [12]\n/],
  harm: 'One line in the log, where it is told to be verbose.',
  samples: {
    answers: [
      { bytes: '003aERR access denied or repository not exported: /deadair', source: 'Git 2.39.5 of Debian 12' },
    ],
  },
} as const satisfies Probe;
