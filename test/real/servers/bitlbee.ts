import { inetd } from './inetd.ts';
import { runnable } from './run.ts';

export default runnable({
  name: 'bitlbee',
  package: 'bitlbee',
  protocol: 'irc',
  speaksFirst: 'server',
  program: '/usr/sbin/bitlbee',
  command: ({ folder, address, port }) =>
    inetd(address, port, ['/usr/sbin/bitlbee', '-I', '-d', folder, '-c', '/dev/null']),
});
