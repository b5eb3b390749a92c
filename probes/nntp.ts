import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'nntp',
  title: 'NNTP',
  ports: [119, 433],
  overTls: { names: ['nntps'], ports: [563] },
  speaksFirst: 'server',
  source: 'RFC 3977 section 5.1: the server begins with 200 or 201; measured with Leafnode 1.12',
  greetings: [
    /^20[01] [^\r\n]{0,300}?\b(?<version>INN \d[\w.]{0,20})/,
    /^20[01] (?<version>Leafnode NNTP Daemon, version \d[\w.]{0,20})/i,
    /^20[01] [^\r\n]{0,300}?\b(?:NNTP|NNRP|InterNetNews|news|usenet|posting)\b/i,
    // A status, a host and some words, and the end of the line that RFC 3977 wants: nothing else in this catalogue greets so.
    /^20[01] [\w.-]{1,255} [^\r\n]{1,300}\r\n/,
  ],
  refusals: [
    /^(?:400|502) [^\r\n]{0,300}?(?:NNTP|NNRP|news|service|permission|access|connections|unavailable)/i,
    /^503 Leafnode /,
  ],
  unfinished: /^[^\n]*$/,
  goodbye: [{ hear: /^20[01]/, say: 'QUIT\r\n' }],
  harm: 'Nothing but a line in the log.',
  samples: {
    greetings: [
      {
        bytes: '200 Leafnode NNTP Daemon, version 1.12.0 running at localhost (my fqdn: news.deadair.net)\r\n',
        version: 'Leafnode NNTP Daemon, version 1.12.0',
        source: 'Leafnode 1.12.0',
      },
      {
        bytes: '200 news.example.com InterNetNews NNRP server INN 2.7.1 ready (posting ok)\r\n',
        version: 'INN 2.7.1',
        source: 'INN 2.7 documentation, nnrpd',
      },
      { bytes: '201 NNTP Service Ready, posting prohibited\r\n', source: 'RFC 3977 section 5.1.3' },
    ],
    refusals: [
      { bytes: '400 NNTP Service temporarily unavailable\r\n', source: 'RFC 3977 section 5.1.3' },
      { bytes: '502 NNTP Service permanently unavailable\r\n', source: 'RFC 3977 section 5.1.3' },
      {
        bytes:
          '503 Leafnode must have a unique fully-qualified domain name. Have its administrator fix the configuration. More detail is in the logs.\r\n',
        source: 'Leafnode 1.12.0 on a host without a full name',
      },
    ],
  },
} as const satisfies Probe;
