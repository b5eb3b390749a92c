import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'qmp',
  title: 'QEMU Machine Protocol',
  ports: [4444],
  speaksFirst: 'server',
  source:
    'QEMU Machine Protocol specification: the server sends its greeting when a connection is made; measured with QEMU 7.2',
  greetings: [
    /^\{"QMP": ?\{"version": ?\{"qemu": ?\{[^{}]{1,80}\}, ?"package": ?"(?<version>[^"\r\n]{1,60})"/,
    /^\{"QMP": ?\{/,
  ],
  unfinished: /^[^\n]*$/,
  // No goodbye: the word that ends a session here would end the machine.
  harm: 'QEMU serves one client at a time: as long as we are there nobody else is heard.',
  samples: {
    greetings: [
      {
        bytes:
          '{"QMP": {"version": {"qemu": {"micro": 22, "minor": 2, "major": 7}, "package": "Debian 1:7.2+dfsg-7+deb12u18+b3"}, "capabilities": ["oob"]}}\r\n',
        version: 'Debian 1:7.2+dfsg-7+deb12u18+b3',
        source: 'QEMU 7.2.22, qemu-storage-daemon',
      },
      {
        bytes:
          '{"QMP": {"version": {"qemu": {"micro": 0, "minor": 0, "major": 3}, "package": "v3.0.0"}, "capabilities": ["oob"] } }\r\n',
        version: 'v3.0.0',
        source: 'QEMU Machine Protocol specification, example 3.1',
      },
    ],
  },
} as const satisfies Probe;
