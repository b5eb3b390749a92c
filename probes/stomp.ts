import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'stomp',
  title: 'STOMP',
  ports: [61613, 15674],
  overTls: { names: ['stomps'], ports: [61614] },
  speaksFirst: 'client',
  source:
    'STOMP 1.2, "Connecting" and "Protocol Negotiation": the server answers CONNECTED or ERROR; measured with RabbitMQ 3.10.8 and its plugin for STOMP',
  // A version nobody has: the answer is an ERROR before any login.
  opening: 'CONNECT\naccept-version:0.0\n\n\0',
  answers: [
    /^CONNECTED\r?\n(?:[\w-]{1,60}:[^\n]{0,500}\n){0,10}?server:(?<version>[\x21-\x7e]{1,100})/,
    /^(?:CONNECTED|ERROR)\r?\n[\w-]{1,60}:/,
  ],
  samples: {
    answers: [
      {
        bytes:
          'ERROR\nmessage:Version mismatch\ncontent-type:text/plain\nversion:1.0,1.1,1.2\ncontent-length:35\n\nSupported versions are 1.0,1.1,1.2\n\0\n',
        source: 'RabbitMQ 3.10.8 of Debian 12',
      },
      {
        bytes:
          'CONNECTED\nserver:RabbitMQ/3.10.8\nsession:session-V-k6zKs_8OcjQ9n1DYLetw\nheart-beat:0,0\nversion:1.2\n\n\0\n',
        version: 'RabbitMQ/3.10.8',
        source: 'RabbitMQ 3.10.8 of Debian 12, to a login',
      },
    ],
  },
} as const satisfies Probe;
