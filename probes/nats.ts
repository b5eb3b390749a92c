import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'nats',
  title: 'NATS',
  ports: [4222, 6222],
  speaksFirst: 'server',
  source:
    'NATS client protocol, INFO: sent as soon as the server accepts a connection; measured with nats-server 2.9.10',
  greetings: [
    /^INFO (?![^\r\n]{0,4000}\r\n-ERR 'maximum)\{[^\r\n]{0,2000}?"version":"(?<version>[\w.+-]{1,40})"/,
    /^INFO (?![^\r\n]{0,4000}\r\n-ERR 'maximum)\{[^\r\n]{0,500}?"(?:server_id|max_payload)"/,
  ],
  refusals: [/^(?:INFO [^\r\n]{0,4000}\r\n)?-ERR '(?:maximum connections exceeded|Server Shutdown)/i],
  answers: [/^-ERR 'Unknown Protocol Operation'/],
  unfinished: /^[^\n]*$/,
  harm: 'Nothing at the usual level of logging; words it does not know are logged as an error and close the connection.',
  samples: {
    greetings: [
      {
        bytes:
          'INFO {"server_id":"NAQ6BPMR3V3XD6W5SOY3DHBSPKO2D6GACHWOJZCBSNIW7VWPWKXQJE4W","server_name":"NAQ6BPMR3V3XD6W5SOY3DHBSPKO2D6GACHWOJZCBSNIW7VWPWKXQJE4W","version":"2.9.10","proto":1,"go":"go1.19.8","host":"127.0.0.1","port":46647,"headers":true,"max_payload":1048576,"client_id":5,"client_ip":"127.0.0.1"} \r\n',
        version: '2.9.10',
        source: 'nats-server 2.9.10',
      },
    ],
    refusals: [
      {
        bytes:
          'INFO {"server_id":"NCU6GH3WXTBTBZ5OK4JX2Q6TSD7FZJ2LEYWFYG4QFTWLLYUDG7LD2XIX","version":"2.9.10","proto":1,"max_payload":1048576} \r\n-ERR \'maximum connections exceeded\'\r\n',
        source: 'nats-server 2.9.10 with max_connections, its INFO shortened',
      },
    ],
    answers: [{ bytes: "-ERR 'Unknown Protocol Operation'\r\n", source: 'nats-server 2.9.10, to a line of junk' }],
  },
} as const satisfies Probe;
