import type { Probe } from '../src/model/probe.ts';

// A broker that cannot speak the version asked for, or is sent junk, writes the header of the version it can, and closes.
export default {
  name: 'amqp',
  title: 'AMQP 0-9-1 (RabbitMQ)',
  ports: [5672],
  overTls: { names: ['amqps'], ports: [5671] },
  speaksFirst: 'client',
  source: 'AMQP 0-9-1 section 4.2.2, "Protocol Header"; measured with RabbitMQ 3.10.8',
  opening: 'AMQP\0\0\t\x01',
  answers: [
    // A method frame on channel 0 with Connection.Start of 0-9; the server's properties are a table of names and values.
    /^\x01\0\0[\0-\xff]{4}\0\x0a\0\x0a\0\x09[\0-\xff]{0,4000}?\x07versionS\0\0\0[\x01-\x40](?<version>[\x20-\x7e]{1,64})/,
    /^\x01\0\0[\0-\xff]{4}\0\x0a\0\x0a[\0-\x08]/,
    /^\x01\0\0[\0-\xff]{4}\0\x0a\0\x0a\0\x09/,
    /^AMQP(?:\0\0\x09\x01|\x01\x01[\0\x08\x09][\0-\x0a])/,
  ],
  harm: 'Leaving before the login is one warning in the log; so is Connection.Close at that point, which is why no goodbye is said.',
  samples: {
    answers: [
      {
        bytes:
          '\x01\0\0\0\0\x01\xf6\0\n\0\n\0\t\0\0\x01\xd1\x0ccapabilitiesF\0\0\0\xc7\x12publisher_confirmst\x01\x1aexchange_exchange_bindingst\x01\nbasic.nackt\x01\x16consumer_cancel_notifyt\x01\x12connection.blockedt\x01\x13consumer_prioritiest\x01\x1cauthentication_failure_closet\x01\x10per_consumer_qost\x01\x0fdirect_reply_tot\x01\x0ccluster_nameS\0\0\0\x0fdeadair45975@vm\tcopyrightS\0\0\x007Copyright (c) 2007-2022 VMware, Inc. or its affiliates.\x0binformationS\0\0\x009Licensed under the MPL 2.0. Website: https://rabbitmq.com\x08platformS\0\0\0\x11Erlang/OTP 25.2.3\x07productS\0\0\0\x08RabbitMQ\x07versionS\0\0\0\x063.10.8\0\0\0\x0ePLAIN AMQPLAIN',
        version: '3.10.8',
        source: 'RabbitMQ 3.10.8 of Debian 12',
      },
      { bytes: 'AMQP\0\0\t\x01', source: 'RabbitMQ 3.10.8 of Debian 12, to the quiet nudge' },
    ],
  },
} as const satisfies Probe;
