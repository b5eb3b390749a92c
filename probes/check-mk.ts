import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'check-mk',
  title: 'Checkmk agent',
  ports: [6556],
  speaksFirst: 'server',
  source: 'Checkmk documentation, agent_linux: the agent sends its whole report to whoever connects',
  greetings: [/^<<<check_mk>>>\n(?:[^\n]{0,200}\n){0,3}?Version: (?<version>[\w.-]{1,30})/, /^<<<check_mk>>>\n/],
  harm: 'Each visit runs every check of the agent once.',
  samples: {
    greetings: [
      {
        bytes: '<<<check_mk>>>\nVersion: 2.3.0p16\nAgentOS: linux\nHostname: mynewhost\n',
        version: '2.3.0p16',
        source: 'Checkmk documentation, agent_linux, an example of its output',
      },
    ],
  },
} as const satisfies Probe;
