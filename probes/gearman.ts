import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'gearman',
  title: 'Gearman job server',
  ports: [4730],
  speaksFirst: 'client',
  source: 'Gearman PROTOCOL, "Administrative Protocol"; measured with gearmand 1.1.20',
  opening: 'version\n',
  answers: [/^OK (?<version>\d[\w.+~-]{0,40})\r?\n/, /^ERR [A-Z_]{1,60} [\x21-\x7e]/],
  samples: {
    answers: [
      { bytes: 'OK 1.1.20+ds\n', version: '1.1.20+ds', source: 'gearmand 1.1.20 of Debian 12' },
      {
        bytes: 'ERR UNKNOWN_COMMAND Unknown+server+command\r\nERR UNKNOWN_COMMAND Unknown+server+command\r\n',
        source: 'gearmand 1.1.20 of Debian 12, to two blank lines',
      },
    ],
  },
} as const satisfies Probe;
