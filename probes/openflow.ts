import type { Probe } from '../src/model/probe.ts';

// A header of eight bytes: version, type 0 (HELLO), length, transaction; newer ones add a bitmap of versions.
export default {
  name: 'openflow',
  title: 'OpenFlow',
  ports: [6653, 6633],
  speaksFirst: 'server',
  source: 'OpenFlow 1.3 specification section 6.3.1: both sides send HELLO at once; measured with Open vSwitch 3.1.0',
  greetings: [/^[\x01-\x06]\0\0\x08[\s\S]{4}(?:$|[\x01-\x06])/, /^[\x04-\x06]\0\0\x10[\s\S]{4}\0\x01\0\x08/],
  harm: 'A controller takes the visitor for a switch and logs that it went away.',
  samples: {
    greetings: [
      { bytes: '\x06\0\0\x08\0\0\0\x02', source: 'Open vSwitch 3.1.0, ovs-testcontroller' },
      {
        bytes: '\x04\0\0\x10\0\0\0\x0b\0\x01\0\x08\0\0\0\x10',
        source: 'made after the OpenFlow 1.3 specification section 7.5.1, with OFPHET_VERSIONBITMAP',
      },
    ],
  },
} as const satisfies Probe;
