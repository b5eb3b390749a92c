import { runnable } from './run.ts';

export default runnable({
  name: 'microsocks',
  package: 'microsocks',
  protocol: 'socks5',
  speaksFirst: 'client',
  program: '/usr/bin/microsocks',
  command: ({ address, port }) => ['/usr/bin/microsocks', '-i', address, '-p', `${port}`],
});
