import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'mpd',
  title: 'Music Player Daemon',
  ports: [6600],
  speaksFirst: 'server',
  source: 'MPD protocol, general syntax: the server begins with OK MPD and a version; measured with MPD 0.23.12',
  greetings: [/^OK MPD (?<version>\d[\d.]{0,20})\n/],
  answers: [/^ACK \[\d{1,4}@\d{1,6}\] \{/],
  unfinished: /^[^\n]*$/,
  goodbye: [{ hear: /^OK MPD/, say: 'close\n' }],
  harm: 'Nothing; max_connections (100) is shared by all.',
  samples: {
    greetings: [
      { bytes: 'OK MPD 0.23.5\n', version: '0.23.5', source: 'MPD 0.23.12, which tells its protocol version' },
    ],
    answers: [{ bytes: 'ACK [5@0] {} unknown command "junk"\n', source: 'MPD 0.23.12, to a line of junk' }],
  },
} as const satisfies Probe;
