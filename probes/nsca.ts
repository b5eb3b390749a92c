import type { Probe } from '../src/model/probe.ts';

// 128 random bytes and the time in four: told by its length, by not being text, and by a time between 2021 and 2038. What begins as an
// error of PostgreSQL does (E, and a length of less than 65536) is one: random bytes begin so once in sixteen million times.
export default {
  name: 'nsca',
  title: 'Nagios NSCA',
  ports: [5667],
  speaksFirst: 'server',
  source:
    'NSCA 2.10, nsca.c: the server begins with an initialisation vector and a timestamp; measured with NSCA 2.10.2',
  greetings: [
    /^(?!E\0\0)(?=[\s\S]{132}$)(?=[\s\S]{0,127}[\x80-\xff])(?=[\s\S]{0,127}[\0-\x08\x0e-\x1f])[\s\S]{128}[\x60-\x7f]/,
  ],
  harm: 'Nothing: a visitor that sends nothing is dropped without a word.',
  samples: {
    greetings: [
      {
        bytes:
          "\xdf\xa3\xf4o\x9bU=]\xd9~\xcft\xf3P\xc4\xba\xbe\xfaen8'\xbe!\x8d~4\xb3\x8fxfo\x1b[\xde\xb6\xb0\x1b\x14\x8a\x9a\xe3\xfe\x8d4\xc3G\xf2\xbd\xada\xf5\xd4\x1f\x17b\x9eL\x15-\xc4|\x9d\xdf\xd7{\x96\x87\x97\xaa\x121\x8e\x10\xbf\xc2\xd4\x07\xb5\x92\xb4\x16\x88\x895\x9f\xeb\xd3\xec\0\x01\xb1|\x9e\x91T\x1a'\xdc\xb1\xd2\xee\xe3a\xff\xa2$\xd3\xa9\xd9e^\xf0\xee\xe7&\x8e\xd2\xf9z\xd3\xfb,O\x9a\xbd\xa4\xb4k\0\xec\x10",
        source: 'NSCA 2.10.2',
      },
    ],
  },
} as const satisfies Probe;
