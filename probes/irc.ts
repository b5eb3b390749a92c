import type { Probe } from '../src/model/probe.ts';

// The protocol is client-first, but most servers look up the visitor's name and say so at once; ngIRCd is one that keeps silent.
export default {
  name: 'irc',
  title: 'IRC',
  ports: [6667, 6666, 6668, 6669, 7000],
  overTls: { names: ['ircs'], ports: [994, 6697] },
  speaksFirst: 'client',
  source:
    'RFC 2812 section 3.1: the client registers first; measured: InspIRCd 3.15 and BitlBee 3.6 begin with a NOTICE, ngIRCd 26.1 with nothing',
  greetings: [/^(?::[\w.-]{1,255} )?NOTICE (?:AUTH|\*|[\w.-]{1,64}) :/],
  refusals: [/^ERROR :/],
  answers: [/^:[\w.:-]{1,255} (?:CAP|4\d\d) /],
  opening: 'CAP LS\r\n',
  goodbye: [{ say: 'QUIT\r\n' }],
  harm: 'Several visits in a short time look like clones, which servers ban by address.',
  samples: {
    greetings: [
      { bytes: ':irc.example.org NOTICE * :*** Looking up your hostname...\r\n', source: 'InspIRCd 3.15.0' },
      { bytes: ':localhost NOTICE * :BitlBee-IRCd initialized, please go on\r\n', source: 'BitlBee 3.6' },
      {
        bytes: 'NOTICE AUTH :*** Looking up your hostname...\r\n',
        source: 'RFC 1459 servers, the wording of ircd-hybrid 7',
      },
    ],
    refusals: [{ bytes: 'ERROR :Closing connection\r\n', source: 'ngIRCd 26.1, its words for closing' }],
    answers: [
      { bytes: ':irc.example.org CAP * LS :multi-prefix\r\n', source: 'ngIRCd 26.1, to CAP LS' },
      { bytes: ':irc.example.org 451 * :Connection not registered\r\n', source: 'ngIRCd 26.1, to PING' },
    ],
  },
} as const satisfies Probe;
