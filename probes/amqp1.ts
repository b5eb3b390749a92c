import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'amqp1',
  title: 'AMQP 1.0',
  ports: [5672, 61616],
  overTls: { names: ['amqps'], ports: [5671] },
  speaksFirst: 'client',
  source:
    'OASIS AMQP 1.0 part 2 section 2.2, "Version Negotiation": both sides send a header, the client first; measured with RabbitMQ 3.10.8 and its plugin for AMQP 1.0',
  // The header of SASL: nothing is said about who we are.
  opening: 'AMQP\x03\x01\0\0',
  answers: [/^AMQP[\0\x02\x03]\x01\0\0/],
  harm: 'Leaving before the login is one warning in the log.',
  samples: {
    answers: [
      {
        bytes:
          "AMQP\x03\x01\0\0\0\0\x004\x02\x01\0\0\0S@\xc0'\x01\xe0$\x03\xb3\0\0\0\tANONYMOUS\0\0\0\x05PLAIN\0\0\0\x08AMQPLAIN",
        source: 'RabbitMQ 3.10.8 of Debian 12, to the header of SASL',
      },
      { bytes: 'AMQP\0\x01\0\0', source: 'RabbitMQ 3.10.8 of Debian 12, to the header without SASL' },
    ],
  },
} as const satisfies Probe;
