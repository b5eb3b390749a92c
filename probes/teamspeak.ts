import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'teamspeak',
  title: 'TeamSpeak ServerQuery',
  ports: [10011],
  speaksFirst: 'server',
  source: 'TeamSpeak 3 ServerQuery manual: the server begins with TS3 and a line of welcome',
  greetings: [/^TS3\r?\n\r?/],
  goodbye: [{ hear: /^TS3/, say: 'quit\n' }],
  harm: 'Too many commands or visits in a short time ban the address for some minutes.',
  samples: {
    greetings: [
      {
        bytes:
          'TS3\n\rWelcome to the TeamSpeak 3 ServerQuery interface, type "help" for a list of commands and "help <command>" for information on a specific command.\n\r',
        source: 'TeamSpeak 3 ServerQuery manual, the line ends as client libraries expect them',
      },
    ],
  },
} as const satisfies Probe;
