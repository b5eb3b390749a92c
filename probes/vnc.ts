import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'vnc',
  title: 'VNC (RFB)',
  ports: [5900, 5901, 5902, 5903],
  speaksFirst: 'server',
  source: 'RFC 6143 section 7.1.1: the server begins with the protocol version; measured with TigerVNC 1.12',
  greetings: [/^RFB (?<version>\d{3}\.\d{3})\n/],
  harm: 'TigerVNC counts every connection that does not log in, and shuts an address out after five.',
  samples: {
    greetings: [{ bytes: 'RFB 003.008\n', version: '003.008', source: 'TigerVNC 1.12 of Debian 12' }],
  },
} as const satisfies Probe;
