import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'rsync',
  title: 'rsync daemon',
  ports: [873],
  speaksFirst: 'server',
  source: 'rsync, clientserver.c: both sides send their protocol version at once; measured with rsync 3.5.0',
  greetings: [/^@RSYNCD: (?<version>\d{1,3}(?:\.\d{1,3})?)[ \n]/],
  refusals: [/^@ERROR: (?:max connections|access denied|Unknown|failed)/],
  answers: [/^@ERROR: protocol startup error\n/],
  unfinished: /^[^\n]*$/,
  opening: '@RSYNCD: 31.0\n',
  harm: 'Nothing but a line in the log.',
  samples: {
    greetings: [
      { bytes: '@RSYNCD: 32.0 sha512 sha256 sha1 md5 md4\n', version: '32.0', source: 'rsync 3.5.0 of Debian 12' },
      { bytes: '@RSYNCD: 29\n', version: '29', source: 'rsync 2.6, protocol version 29, without a list of digests' },
    ],
    answers: [{ bytes: '@ERROR: protocol startup error\n', source: 'rsync 3.5.0, to a line of junk' }],
  },
} as const satisfies Probe;
