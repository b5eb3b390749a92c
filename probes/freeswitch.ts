import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'freeswitch',
  title: 'FreeSWITCH event socket',
  ports: [8021],
  speaksFirst: 'server',
  source: 'FreeSWITCH, mod_event_socket.c: the server asks for a password at once, or rejects by address',
  greetings: [/^Content-Type: auth\/request\r?\n/],
  refusals: [/^Content-Type: text\/rude-rejection\r?\n/],
  goodbye: [{ hear: /^Content-Type: auth/, say: 'exit\n\n' }],
  harm: 'Nothing but a line in the log.',
  samples: {
    greetings: [{ bytes: 'Content-Type: auth/request\n\n', source: 'FreeSWITCH, mod_event_socket.c' }],
    refusals: [
      {
        bytes: 'Content-Type: text/rude-rejection\nContent-Length: 24\n\nAccess Denied, go away.\n',
        source: 'FreeSWITCH, mod_event_socket.c, an address outside of its list',
      },
    ],
  },
} as const satisfies Probe;
