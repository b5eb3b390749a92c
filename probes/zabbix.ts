import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'zabbix',
  title: 'Zabbix agent or server',
  ports: [10050, 10051],
  speaksFirst: 'client',
  source:
    'Zabbix documentation, "Header and data length" and "Passive agent checks"; measured with Zabbix agent 6.0.14',
  // The item agent.version.
  opening: 'ZBXD\x01\r\0\0\0\0\0\0\0agent.version',
  answers: [/^ZBXD[\x01-\x07][\0-\xff]{8}(?<version>\d{1,3}\.\d{1,3}\.\d{1,3}[\w.-]{0,20})$/, /^ZBXD[\x01-\x07]/],
  harm: 'An agent closes at once to all but its own servers, and logs it.',
  samples: {
    answers: [
      { bytes: 'ZBXD\x01\x06\0\0\0\0\0\0\x006.0.14', version: '6.0.14', source: 'Zabbix agent 6.0.14 of Debian 12' },
      { bytes: 'ZBXD\x01\x01\0\0\0\0\0\0\x001', source: 'Zabbix agent 6.0.14 of Debian 12, to agent.ping' },
    ],
  },
} as const satisfies Probe;
