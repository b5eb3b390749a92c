import type { Probe } from '../src/model/probe.ts';

// IAC (ff) and one of WILL, WON'T, DO, DON'T (fb to fe) with an option, or a subnegotiation (fa).
export default {
  name: 'telnet',
  title: 'Telnet',
  ports: [23, 2323, 992],
  speaksFirst: 'server',
  source:
    'RFC 854: both sides may begin to negotiate; nearly every server does at once; measured with inetutils telnetd 2.4',
  greetings: [/^\xff(?:[\xfb-\xfe][\0-\xfe]|\xfa[\0-\xfe])/s],
  harm: 'Nothing but a line in the log; devices often allow only a few sessions.',
  samples: {
    greetings: [{ bytes: '\xff\xfd\x18\xff\xfd \xff\xfd#\xff\xfd\x27', source: 'inetutils telnetd 2.4 of Debian 12' }],
  },
} as const satisfies Probe;
