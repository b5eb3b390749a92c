import type { Probe } from '../src/model/probe.ts';

// NBDMAGIC, and then IHAVEOPT with two bytes of flags, or the old style with a magic and the size of the export.
export default {
  name: 'nbd',
  title: 'Network Block Device',
  ports: [10809],
  speaksFirst: 'server',
  source:
    'NBD protocol, fixed newstyle negotiation: the server begins with NBDMAGIC; measured with nbdkit 1.32.5 and qemu-nbd 7.2',
  greetings: [/^NBDMAGIC(?<version>IHAVEOPT)/, /^NBDMAGIC\0\0\x42\x02\x81\x86\x12\x53/],
  // The client's flags, and the option to abort: both servers then say goodbye, where a bare close is logged as a failure.
  goodbye: [{ hear: /^NBDMAGICIHAVEOPT/, say: '\0\0\0\x03IHAVEOPT\0\0\0\x02\0\0\0\0' }],
  harm: 'A server started for one client (qemu-nbd without --persistent) ends with the visit.',
  samples: {
    greetings: [
      { bytes: 'NBDMAGICIHAVEOPT\0\x03', version: 'IHAVEOPT', source: 'nbdkit 1.32.5; qemu-nbd 7.2.22' },
      {
        bytes: 'NBDMAGIC\0\0\x42\x02\x81\x86\x12\x53\0\0\0\0\0\x10\0\0\0\0\0\x01',
        source: 'made after the NBD protocol, oldstyle negotiation',
      },
    ],
  },
} as const satisfies Probe;
