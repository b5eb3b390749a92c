import { inetd } from './inetd.ts';
import { runnable } from './run.ts';

export default runnable({
  name: 'tinysshd',
  package: 'tinysshd',
  protocol: 'ssh',
  speaksFirst: 'server',
  version: /^tinyssh_/,
  user: 'root',
  program: '/usr/sbin/tinysshd',
  before: ({ folder }) => [['tinysshd-makekey', '-q', `${folder}/keys`]],
  command: ({ folder, address, port }) => inetd(address, port, ['/usr/sbin/tinysshd', '-v', `${folder}/keys`]),
});
