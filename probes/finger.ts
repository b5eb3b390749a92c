import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'finger',
  title: 'Finger',
  ports: [79],
  speaksFirst: 'client',
  source: 'RFC 1288 section 2.3: the client sends a line; measured with fingerd 0.17',
  // The list of users, in long form: spaces may follow, and make a sniffing proxy decide.
  opening: '/W     \r\n',
  answers: [
    /^No one logged on\.\r?\n/,
    /^Login {2,40}Name {2,}/,
    /^Login: [\x21-\x7e]{1,40}[ \t]{2,}Name: /,
    /^finger: [\x20-\x7e]/,
  ],
  samples: {
    answers: [
      { bytes: 'No one logged on.\r\n', source: 'fingerd 0.17 of Debian 12' },
      {
        bytes:
          'Login: root           \t\t\tName: root\r\nDirectory: /root                    \tShell: /bin/bash\r\nNever logged in.\r\n',
        source: "fingerd 0.17 of Debian 12, to a user's name",
      },
    ],
  },
} as const satisfies Probe;
