import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'sip',
  title: 'SIP',
  ports: [5060],
  overTls: { names: ['sips'], ports: [5061] },
  speaksFirst: 'client',
  source: 'RFC 3261 section 11: OPTIONS asks what a server can, and calls nobody; measured with Kamailio 5.6.3',
  opening:
    'OPTIONS sip:localhost SIP/2.0\r\nVia: SIP/2.0/TCP localhost;branch=z9hG4bKdeadair\r\nMax-Forwards: 0\r\nFrom: <sip:probe@localhost>;tag=deadair\r\nTo: <sip:localhost>\r\nCall-ID: deadair\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n',
  answers: [
    /^SIP\/2\.0 [1-6]\d\d[^\r\n]{0,200}\r?\n(?:[^\r\n]{1,2048}\r?\n){0,40}?(?:server|user-agent): {0,4}(?<version>[\x20-\x7e]{1,100})/i,
    /^SIP\/2\.0 [1-6]\d\d /,
  ],
  harm: 'Scanners use the same request: fail2ban and firewalls of telephone systems know it.',
  samples: {
    answers: [
      {
        bytes:
          'SIP/2.0 200 OK\r\nVia: SIP/2.0/TCP localhost;branch=z9hG4bKdeadair;received=127.0.0.1\r\nFrom: <sip:probe@localhost>;tag=deadair\r\nTo: <sip:localhost>;tag=dbc474d9b1c19caf9917fbdc3554b388.a6700000\r\nCall-ID: deadair\r\nCSeq: 1 OPTIONS\r\nServer: kamailio (5.6.3 (x86_64/linux))\r\nContent-Length: 0\r\n\r\n',
        version: 'kamailio (5.6.3 (x86_64/linux))',
        source: 'Kamailio 5.6.3 of Debian 12',
      },
    ],
  },
} as const satisfies Probe;
