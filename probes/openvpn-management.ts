import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'openvpn-management',
  title: 'OpenVPN management interface',
  ports: [7505, 1195, 5555],
  speaksFirst: 'server',
  source:
    'OpenVPN, management-notes.txt: the server begins with >INFO, or with a question for the password; measured with OpenVPN 2.6.14',
  greetings: [/^>INFO:OpenVPN Management Interface Version (?<version>\d{1,3})/, /^ENTER PASSWORD:/],
  answers: [/^ERROR: unknown command, enter 'help'/],
  goodbye: [{ hear: /^>INFO/, say: 'quit\r\n' }],
  harm: 'One client at a time: a second one waits. With --management-signal OpenVPN restarts when its client leaves.',
  samples: {
    greetings: [
      {
        bytes:
          ">INFO:OpenVPN Management Interface Version 5 -- type 'help' for more info\r\n>HOLD:Waiting for hold release:0\r\n",
        version: '5',
        source: 'OpenVPN 2.6.14',
      },
      { bytes: 'ENTER PASSWORD:', source: 'OpenVPN, management-notes.txt' },
    ],
    answers: [
      {
        bytes: "ERROR: unknown command, enter 'help' for more options\r\n",
        source: 'OpenVPN 2.6.14, to a line of junk',
      },
    ],
  },
} as const satisfies Probe;
