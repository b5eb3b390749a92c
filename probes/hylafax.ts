import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'hylafax',
  title: 'HylaFAX',
  ports: [4559],
  speaksFirst: 'server',
  source: 'HylaFAX, hfaxd(8C): a protocol after FTP, the server begins with 220',
  greetings: [/^220 [^\r\n]{0,255}?\(HylaFAX \(tm\) Version (?<version>[\w.]{1,20})\)/],
  refusals: [/^421 [^\r\n]{0,255}?(?:HylaFAX|fax)/i],
  unfinished: /^[^\n]*$/,
  goodbye: [{ hear: /^220/, say: 'QUIT\r\n' }],
  harm: 'Nothing but a line in the log.',
  samples: {
    greetings: [
      {
        bytes: '220 fax.example.com server (HylaFAX (tm) Version 6.0.7) ready.\r\n',
        version: '6.0.7',
        source: 'made after the greeting in HylaFAX, hfaxd/Login.c++',
      },
    ],
  },
} as const satisfies Probe;
