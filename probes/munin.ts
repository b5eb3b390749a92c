import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'munin',
  title: 'Munin node',
  ports: [4949],
  speaksFirst: 'server',
  source: 'Munin guide, network protocol: the node begins with a comment line; measured with munin-node 2.0.73',
  greetings: [/^# munin node at [^\r\n]{1,255}\n/],
  answers: [/^# Unknown command\. Try /],
  unfinished: /^[^\n]*$/,
  goodbye: [{ hear: /^# munin/, say: 'quit\n' }],
  harm: 'Nothing; an address outside of its allow list is closed without a word.',
  samples: {
    greetings: [{ bytes: '# munin node at vm\n', source: 'munin-node 2.0.73' }],
    answers: [
      {
        bytes: '# Unknown command. Try cap, list, nodes, config, fetch, version or quit\n',
        source: 'munin-node 2.0.73, to a line of junk',
      },
    ],
  },
} as const satisfies Probe;
