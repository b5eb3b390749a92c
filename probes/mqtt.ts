import type { Probe } from '../src/model/probe.ts';

// CONNACK is 20, its length, a flag, a return code; anything but CONNECT is answered by closing.
export default {
  name: 'mqtt',
  title: 'MQTT',
  ports: [1883],
  overTls: { names: ['mqtts'], ports: [8883] },
  speaksFirst: 'client',
  source:
    'MQTT 3.1.1 section 3.1: "the first Packet sent from the Client to the Server MUST be a CONNECT"; measured with Mosquitto 2.0.11 and Aedes 1.2.0',
  // CONNECT of version 3.1.1 with an empty client name and a clean session: nothing of it stays.
  opening: '\x10\x0c\0\x04MQTT\x04\x02\0\n\0\0',
  answers: [/^\x20\x02[\0\x01][\0-\x05]$/, /^\x20[\x03-\x7f][\0\x01][\0\x80-\x9f]/],
  goodbye: [{ hear: /^\x20\x02\0\0/, say: '\xe0\0' }],
  harm: 'A visit is a session in the log; a broker that wants a name logs a refused one.',
  samples: {
    answers: [
      { bytes: ' \x02\0\0', source: 'Mosquitto 2.0.11 of Debian 12, Aedes 1.2.0' },
      { bytes: ' \x02\0\x01', source: 'Mosquitto 2.0.11 of Debian 12, to a version it does not know' },
      { bytes: ' \x02\0\x05', source: 'MQTT 3.1.1 section 3.2.2.3: a broker that takes nobody without a name' },
    ],
  },
} as const satisfies Probe;
