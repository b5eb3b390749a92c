import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'gpsd',
  title: 'gpsd',
  ports: [2947],
  speaksFirst: 'server',
  source: 'gpsd_json(5): the daemon begins with a VERSION object; measured with gpsd 3.22',
  greetings: [/^\{"class":"VERSION",[^\r\n]{0,200}?"release":"(?<version>[\w.~+-]{1,40})"/],
  unfinished: /^[^\n]*$/,
  harm: 'Nothing: a visitor that asks for no reports wakes no receiver.',
  samples: {
    greetings: [
      {
        bytes: '{"class":"VERSION","release":"3.22","rev":"3.22","proto_major":3,"proto_minor":14}\r\n',
        version: '3.22',
        source: 'gpsd 3.22',
      },
    ],
  },
} as const satisfies Probe;
