import { runnable } from './run.ts';

export default runnable({
  name: 'dictd',
  package: 'dictd',
  protocol: 'dict',
  speaksFirst: 'server',
  version: /^dictd 1\.13/,
  program: '/usr/sbin/dictd',
  files: ({ folder, address, port }) => ({
    'dictd.conf': `global {\n  listen_to ${address}\n  port ${port}\n  pid_file ${folder}/pid\n}\ndatabase_exit\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/dictd', '-d', 'nodetach', '-c', `${folder}/dictd.conf`, '--locale', 'C.UTF-8'],
});
