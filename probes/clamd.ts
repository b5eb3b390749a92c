import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'clamd',
  title: 'ClamAV',
  ports: [3310],
  speaksFirst: 'client',
  source: 'clamd(8), "Commands"; measured with clamd 1.4.6',
  opening: 'zVERSION\0',
  answers: [/^ClamAV (?<version>\d[\w.+-]{0,40})/, /^UNKNOWN COMMAND[\n\0]/, /^COMMAND READ TIMED OUT[\n\0]/],
  samples: {
    answers: [
      { bytes: 'ClamAV 1.4.6\0', version: '1.4.6', source: 'clamd 1.4.6 of Debian 12' },
      { bytes: 'UNKNOWN COMMAND\n', source: 'clamd 1.4.6 of Debian 12, to the quiet nudge' },
    ],
  },
} as const satisfies Probe;
