import { runnable } from './run.ts';

export default runnable({
  name: 'openssh',
  package: 'openssh-server',
  protocol: 'ssh',
  speaksFirst: 'server',
  version: /^OpenSSH_\d+\.\d+p\d+/,
  program: '/usr/sbin/sshd',
  before: ({ folder }) => [['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', `${folder}/key`]],
  command: ({ folder, address, port }) => [
    '/usr/sbin/sshd',
    '-D',
    '-e',
    '-f',
    '/dev/null',
    '-h',
    `${folder}/key`,
    ...['-o', `Port=${port}`, '-o', `ListenAddress=${address}`, '-o', `PidFile=${folder}/pid`, '-o', 'UsePAM=no'],
  ],
});
