import { runnable } from './run.ts';

export default runnable({
  name: 'nrpe',
  package: 'nagios-nrpe-server',
  protocol: 'nrpe',
  speaksFirst: 'client',
  version: /^\d+\.\d+\.\d+/,
  program: '/usr/sbin/nrpe',
  files: ({ folder, address, port }) => ({
    'nrpe.cfg': `${[
      `server_address=${address}`,
      `server_port=${port}`,
      `pid_file=${folder}/pid`,
      'allowed_hosts=127.0.0.1',
      'nrpe_user=nobody',
      'nrpe_group=nogroup',
    ].join('\n')}\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/nrpe', '-f', '-n', '-c', `${folder}/nrpe.cfg`],
});
