import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'asterisk-ami',
  title: 'Asterisk Manager Interface',
  ports: [5038],
  speaksFirst: 'server',
  source: 'Asterisk documentation, AMI v2 specification: the server begins with its name and version',
  greetings: [/^Asterisk Call Manager\/(?<version>\d[\d.]{0,20})\r?\n/],
  unfinished: /^[^\n]*$/,
  goodbye: [{ hear: /^Asterisk/, say: 'Action: Logoff\r\n\r\n' }],
  harm: 'Nothing but a line in the log; visitors that do not log in count towards authlimit while they stay.',
  samples: {
    greetings: [
      {
        bytes: 'Asterisk Call Manager/5.0.1\r\n',
        version: '5.0.1',
        source: 'Asterisk 16, a session shown in a public AMI tutorial',
      },
    ],
  },
} as const satisfies Probe;
