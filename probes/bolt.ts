import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'bolt',
  title: 'Neo4j (Bolt)',
  ports: [7687],
  speaksFirst: 'client',
  source:
    'Bolt protocol handshake specification: "the client MUST initiate a handshake"; from the document, no such server could be run',
  // Versions 5.4 to 5.0, and 4.4 to 4.2: the login would come after.
  opening: '``\xb0\x17\0\x04\x04\x05\0\x02\x04\x04\0\0\0\0\0\0\0\0',
  answers: [/^\0\0[\x01-\x08][\x04-\x06]$/, /^\0\0\0\0$/],
  samples: {
    answers: [
      { bytes: '\0\0\x04\x05', source: 'Bolt protocol handshake specification: version 5.4 is taken' },
      { bytes: '\0\0\0\0', source: 'Bolt protocol handshake specification: none of them is' },
    ],
  },
} as const satisfies Probe;
