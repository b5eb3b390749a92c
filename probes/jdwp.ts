import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'jdwp',
  title: 'Java debugger (JDWP)',
  ports: [5005, 8000, 8787],
  speaksFirst: 'client',
  source:
    'Java Debug Wire Protocol, "JDWP Overview": the debugger begins, and the same bytes come back; measured with OpenJDK 17.0.15',
  // The handshake and VirtualMachine.Version: an echo service would send both back as they are.
  opening: 'JDWP-Handshake\0\0\0\x0b\0\0\0\x01\0\x01\x01',
  answers: [
    /^JDWP-Handshake[\0-\xff]{15,1200}?JVM version (?<version>\d[\w.+-]{0,40})/,
    /^JDWP-Handshake(?!\0\0\0\x0b\0\0\0\x01\0)/,
  ],
  // The answer to the question comes in a packet of its own.
  unfinished: /^JDWP-Handshake$/,
  // VirtualMachine.Dispose: without it the machine notices only that its debugger is lost.
  goodbye: [{ hear: /^JDWP-Handshake/, say: '\0\0\0\x0b\0\0\0\x02\0\x01\x06' }],
  harm: 'There is place for one debugger; the port closes for a moment after each, and a machine that waits for its debugger (suspend=y) begins to run when we leave.',
  samples: {
    answers: [
      {
        bytes:
          'JDWP-Handshake\0\0\0\xe3\0\0\0\x01\x80\0\0\0\0\0\xa5Java Debug Wire Protocol (Reference Implementation) version 17.0\nJVM Debug Interface version 17.0\nJVM version 17.0.15 (OpenJDK 64-Bit Server VM, mixed mode, sharing)\0\0\0\x11\0\0\0\0\0\0\0\x0717.0.15\0\0\0\x18OpenJDK 64-Bit Server VM',
        version: '17.0.15',
        source: 'OpenJDK 17.0.15',
      },
      {
        bytes: 'JDWP-Handshake',
        source: 'Java Debug Wire Protocol, "JDWP Handshake": the answer to the handshake alone',
      },
    ],
  },
} as const satisfies Probe;
