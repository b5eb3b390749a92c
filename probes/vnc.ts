import type { Probe } from '../src/model/probe.ts';

// A greeting of version 3.3 with a security type of 0 and a reason in the same breath is TigerVNC's way to turn a visitor away.
export default {
  name: 'vnc',
  title: 'VNC (RFB)',
  ports: [5900, 5901, 5902, 5903],
  speaksFirst: 'server',
  source:
    'RFC 6143 section 7.1.1: the server begins with its version; measured with TigerVNC 1.12 and LibVNCServer 0.9.14',
  greetings: [/^RFB (?<version>\d{3}\.\d{3})\n(?!\0{4})/],
  refusals: [/^RFB \d{3}\.\d{3}\n\0{4}\0\0[\s\S]{2}[\x20-\x7e]/],
  unfinished: /^[^\n]*$/,
  // The version, as a client would answer. Said at once it also suits LibVNCServer, which takes other early bytes for a WebSocket and closes.
  opening: 'RFB 003.008\n',
  harm: 'TigerVNC counts every visitor that does not log in: after four within ten seconds it turns the address away; LibVNCServer closes on early bytes that are not its protocol.',
  samples: {
    greetings: [
      { bytes: 'RFB 003.008\n', version: '003.008', source: 'TigerVNC 1.12.0; LibVNCServer 0.9.14 by x11vnc 0.9.16' },
    ],
    refusals: [
      {
        bytes: 'RFB 003.003\n\0\0\0\0\0\0\0\x1aToo many security failures',
        source: 'TigerVNC 1.12.0, to the fifth visit',
      },
    ],
  },
} as const satisfies Probe;
