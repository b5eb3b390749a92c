import { inetd } from './inetd.ts';
import { runnable } from './run.ts';

export default runnable({
  name: 'inetutils-telnetd',
  package: 'inetutils-telnetd',
  protocol: 'telnet',
  speaksFirst: 'server',
  program: '/usr/sbin/telnetd',
  command: ({ address, port }) => inetd(address, port, ['/usr/sbin/telnetd', '-h', '-E', '/bin/cat']),
});
