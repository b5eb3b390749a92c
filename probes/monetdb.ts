import type { Probe } from '../src/model/probe.ts';

// A block: two bytes (length times two, plus one for the last), then salt, kind of server, protocol version, digests.
export default {
  name: 'monetdb',
  title: 'MonetDB',
  ports: [50000],
  speaksFirst: 'server',
  source: 'MonetDB documentation, MAPI: the server begins with a challenge',
  greetings: [/^[\s\S]{2}[^:\r\n]{1,60}:(?<version>(?:mserver|merovingian):\d{1,2}):/],
  harm: 'Nothing but a line in the log.',
  samples: {
    greetings: [
      {
        bytes:
          '\xdb\0KkPabZ3W:mserver:9:RIPEMD160,SHA512,SHA384,SHA256,SHA224,SHA1:LIT:SHA512:sql=6:BINARY=1:OOBINTR=1:CLIENTINFO:',
        version: 'mserver:9',
        source: 'MonetDB, a challenge shown in a public trace; the two bytes before it made after the documentation',
      },
    ],
  },
} as const satisfies Probe;
