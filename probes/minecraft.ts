import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'minecraft',
  title: 'Minecraft',
  ports: [25565, 25566],
  speaksFirst: 'client',
  source:
    'Minecraft protocol, "Server List Ping": the client begins; measured with minecraft-protocol 1.54.0 for Node.js, which speaks it without a game behind',
  // The handshake of a client that wants the status, and the request for it.
  opening: '\x0f\0/\tlocalhostc\xdd\x01\x01\0',
  answers: [
    /^[\x01-\xff][\0-\x7f]{0,2}\0[\x01-\xff][\0-\x7f]{0,2}\{[\x20-\xff]{0,4000}?"version":\{"name":"(?<version>[^"]{1,64})"/,
    /^[\x01-\xff][\0-\x7f]{0,2}\0[\x01-\xff][\0-\x7f]{0,2}\{"(?:version|players|description|favicon|enforcesSecureChat|previewsChat|modinfo|forgeData)"/,
    /^\xff\0[\0-\x7f]\0\xa7\x001\0\0/,
  ],
  samples: {
    answers: [
      {
        bytes:
          'z\0x{"version":{"name":"1.20.1","protocol":763},"players":{"max":20,"online":0,"sample":[]},"description":{"text":"A test"}}',
        version: '1.20.1',
        source: 'minecraft-protocol 1.54.0',
      },
      {
        bytes: '\xff\0\x19\0\xa7\x001\0\0\x007\x006\x003\0\0\x001\0.\x002\x000\0.\x001\0\0',
        source: 'minecraft-protocol 1.54.0, to the ping of version 1.6',
      },
    ],
  },
} as const satisfies Probe;
