import { inetd } from './inetd.ts';
import { runnable } from './run.ts';

export default runnable({
  name: 'mailutils-pop3d',
  package: 'mailutils-pop3d',
  protocol: 'pop3',
  speaksFirst: 'server',
  user: 'root',
  program: '/usr/sbin/pop3d',
  command: ({ address, port }) => inetd(address, port, ['/usr/sbin/pop3d', '--no-config', '--inetd']),
});
