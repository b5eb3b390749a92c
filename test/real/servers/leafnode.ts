import { inetd, onMachine } from './inetd.ts';
import { runnable } from './run.ts';

export default runnable({
  name: 'leafnode',
  package: 'leafnode',
  protocol: 'nntp',
  speaksFirst: 'server',
  version: /^Leafnode NNTP Daemon, version 1\.12/i,
  program: '/usr/sbin/leafnode',
  user: 'root',
  command: ({ address, port }) => onMachine('news.deadair.net', inetd(address, port, ['/usr/sbin/leafnode'])),
});
