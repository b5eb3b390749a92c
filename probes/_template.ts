import type { Probe } from '../src/model/probe.ts';

// TITLE. Copy of probes/_template.ts: replace every word in capitals, delete what the protocol does not have.
// Patterns are data on latin1 text: begin with `^`, bound every repetition, add the `s` flag where a dot may meet a newline.
export default {
  name: 'NAME',
  title: 'TITLE',
  ports: [],
  speaksFirst: 'server',
  source: 'SPECIFICATION AND SECTION; MEASURED WITH PROGRAM AND VERSION',
  greetings: [/^NAME (?<version>\d[\w.]{0,20})/],
  goodbye: [{ hear: /^NAME/, say: 'QUIT\r\n' }],
  harm: 'WHAT THE SERVER COUNTS OR PUNISHES, IN ONE SENTENCE.',
  samples: {
    greetings: [{ bytes: 'NAME 1.0\r\n', version: '1.0', source: 'PROGRAM AND VERSION' }],
  },
} as const satisfies Probe;
