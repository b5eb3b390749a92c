import type { Probe } from '../src/model/probe.ts';

// The last thing on the line is a message-id in angle brackets, after the capabilities in angle brackets.
export default {
  name: 'dict',
  title: 'DICT',
  ports: [2628],
  speaksFirst: 'server',
  source: 'RFC 2229 section 3.1: the server begins with 220, capabilities and a message-id; measured with dictd 1.13.0',
  greetings: [
    /^220 [^\r\n]{0,255}?\b(?<version>dictd? [\w./-]{1,30})/,
    /^220 [^\r\n<]{0,255}<[\w.]{0,100}> <[^>\r\n@]{1,100}@[^>\r\n]{1,255}>\r\n/,
  ],
  refusals: [/^(?:420|421|530) [^\r\n]{0,255}?(?:server|access|shutting)/i],
  unfinished: /^[^\n]*$/,
  goodbye: [{ hear: /^220/, say: 'QUIT\r\n' }],
  harm: 'Nothing but a line in the log.',
  samples: {
    greetings: [
      {
        bytes: '220 vm dictd 1.13.0/rf on Linux 6.1.0 <auth.mime> <2.25180.1795222523@vm>\r\n',
        version: 'dictd 1.13.0/rf',
        source: 'dictd 1.13.0',
      },
      {
        bytes: '220 dict.org <mime> <29029.1047594@dict.org>\r\n',
        source: 'made after RFC 2229 section 3.1',
      },
    ],
  },
} as const satisfies Probe;
