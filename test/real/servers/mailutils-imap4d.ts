import { inetd } from './inetd.ts';
import { runnable } from './run.ts';

export default runnable({
  name: 'mailutils-imap4d',
  package: 'mailutils-imap4d',
  protocol: 'imap',
  speaksFirst: 'server',
  program: '/usr/sbin/imap4d',
  command: ({ address, port }) => inetd(address, port, ['/usr/sbin/imap4d', '--no-config', '--inetd']),
});
