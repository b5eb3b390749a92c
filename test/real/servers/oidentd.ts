import { runnable } from './run.ts';

export default runnable({
  name: 'oidentd',
  package: 'oidentd',
  protocol: 'ident',
  speaksFirst: 'client',
  user: 'root',
  program: '/usr/sbin/oidentd',
  command: ({ address, port }) => ['/usr/sbin/oidentd', '--foreground', '--nosyslog', '-a', address, '-p', `${port}`],
});
