import type { Probe } from '../src/model/probe.ts';

// The magic, protocol and encoding version, and message type 3, ValidateConnection, 14 bytes long.
export default {
  name: 'ice',
  title: 'ZeroC Ice',
  ports: [4061, 4063, 10000],
  speaksFirst: 'server',
  source: 'ZeroC Ice manual, validate connection message: the server sends it when it accepts; measured with Ice 3.7.8',
  greetings: [/^IceP[\x01-\x09][\0-\x09][\x01-\x09][\0-\x09]\x03\0\x0e\0\0\0/],
  // Message type 4, CloseConnection: the orderly end.
  goodbye: [{ hear: /^IceP/, say: 'IceP\x01\0\x01\0\x04\0\x0e\0\0\0' }],
  harm: 'Nothing, unless the server traces its network.',
  samples: { greetings: [{ bytes: 'IceP\x01\0\x01\0\x03\0\x0e\0\0\0', source: 'Ice 3.7.8' }] },
} as const satisfies Probe;
