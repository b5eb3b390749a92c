import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'nntp',
  title: 'NNTP',
  ports: [119, 433],
  speaksFirst: 'server',
  source: 'RFC 3977 section 5.1: the server begins with 200 or 201',
  greetings: [
    /^20[01] [^\r\n]{0,300}\b(?<version>INN \d[\w.]{0,20})/,
    /^20[01] [^\r\n]{0,300}\b(?:NNTP|NNRP|InterNetNews|news|usenet|posting|Leafnode)\b/i,
  ],
  refusals: [
    /^(?:400|502) [^\r\n]{0,300}\b(?:NNTP|NNRP|InterNetNews|news|usenet|service|permission|access|connections)\b/i,
  ],
  unfinished: /^[^\n]*$/,
  goodbye: [{ hear: /^20[01]/, say: 'QUIT\r\n' }],
  harm: 'Nothing but a line in the log.',
  samples: {
    greetings: [
      {
        bytes: '200 news.example InterNetNews NNRP server INN 2.7.1 ready (posting ok)\r\n',
        version: 'INN 2.7.1',
        source: 'INN 2.7 documentation, nnrpd',
      },
    ],
  },
} as const satisfies Probe;
