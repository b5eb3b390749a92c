import { runnable } from './run.ts';

export default runnable({
  name: 'munin-node',
  package: 'munin-node',
  protocol: 'munin',
  speaksFirst: 'server',
  user: 'root',
  program: '/usr/sbin/munin-node',
  files: ({ folder, address, port }) => ({
    'munin-node.conf': `log_file ${folder}/log\npid_file ${folder}/pid\nbackground 0\nsetsid 0\nuser root\ngroup root\nhost ${address}\nport ${port}\nallow ^127\\.0\\.0\\.1$\n`,
  }),
  logs: ['log'],
  command: ({ folder }) => ['/usr/sbin/munin-node', '--config', `${folder}/munin-node.conf`],
});
