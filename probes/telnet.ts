import type { Probe } from '../src/model/probe.ts';

// IAC (ff) and one of WILL, WON'T, DO, DON'T (fb to fe) with an option, or a subnegotiation (fa); routers send their text first.
export default {
  name: 'telnet',
  title: 'Telnet',
  ports: [23, 2323, 2601, 2605, 4000],
  overTls: { names: ['telnets'], ports: [992] },
  speaksFirst: 'server',
  source:
    'RFC 854: both sides may begin to negotiate, nearly every server does at once; measured with GNU inetutils 2.4, ser2net 4.3 and FRRouting 8.4',
  greetings: [
    /^\s{0,4}Hello, this is (?:FRRouting|Quagga) \(version (?<version>[\w.-]{1,20})\)/,
    /^\xff(?:[\xfb-\xfe][\0-\xfe]|\xfa[\0-\xfe])/,
    /^[\t\r\n\x20-\x7e]{1,1000}\xff[\xfb-\xfe][\0-\xfe]/,
    /^\s{0,8}User Access Verification\r?\n/,
  ],
  harm: 'Nothing but a line in the log; routers and consoles allow only a few sessions, and some only one.',
  samples: {
    greetings: [
      {
        bytes: "\xff\xfb%\xff\xfb&\xff\xfd\x18\xff\xfd \xff\xfd#\xff\xfd'\xff\xfd$",
        source: 'GNU inetutils 2.4, telnetd',
      },
      {
        bytes: '\xff\xfb\x03\xff\xfd\x03\xff\xfb\x01\xff\xfe\x01\xff\xfd\0\xff\xfb\0\xff\xfd,',
        source: 'ser2net 4.3.11, telnet with RFC 2217',
      },
      {
        bytes:
          '\r\nHello, this is FRRouting (version 8.4.4).\r\nCopyright 1996-2005 Kunihiro Ishiguro, et al.\r\n\r\n\r\nUser Access Verification\r\n\r\n\xff\xfb\x01\xff\xfb\x03\xff\xfe"\xff\xfd\x1fPassword: ',
        version: '8.4.4',
        source: 'FRRouting 8.4.4, zebra',
      },
    ],
  },
} as const satisfies Probe;
