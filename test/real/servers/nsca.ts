import { runnable } from './run.ts';

export default runnable({
  name: 'nsca',
  package: 'nsca',
  protocol: 'nsca',
  speaksFirst: 'server',
  program: '/usr/sbin/nsca',
  files: ({ folder, address, port }) => ({
    'nsca.cfg': `pid_file=${folder}/pid\nserver_port=${port}\nserver_address=${address}\nnsca_user=nobody\nnsca_group=nogroup\ncommand_file=${folder}/cmd\nalternate_dump_file=${folder}/dump\ndecryption_method=0\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/nsca', '-f', '-c', `${folder}/nsca.cfg`],
});
