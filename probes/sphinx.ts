import type { Probe } from '../src/model/probe.ts';

// Four bytes, a protocol version of 1, and then it waits for the client's four.
export default {
  name: 'sphinx',
  title: 'Sphinx or Manticore (binary)',
  ports: [9312, 3312],
  speaksFirst: 'server',
  source: 'Sphinx API clients: the server sends its protocol version, the client its own; measured with Sphinx 2.2.11',
  greetings: [/^\0\0\0\x01(?:$|\0\x01\0\0\0\0)/],
  opening: '\0\0\0\x01',
  harm: 'Nothing; commands it does not know are logged as a query error.',
  samples: {
    greetings: [
      { bytes: '\0\0\0\x01', source: 'Sphinx 2.2.11' },
      {
        bytes: '\0\0\0\x01\0\x01\0\0\0\0\0/\0\0\0+invalid command (code=8311, len=1685261578)',
        source: 'Sphinx 2.2.11, to a line of junk',
      },
    ],
  },
} as const satisfies Probe;
