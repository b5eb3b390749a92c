import { runnable } from './run.ts';

export default runnable({
  name: 'nbdkit',
  package: 'nbdkit',
  protocol: 'nbd',
  speaksFirst: 'server',
  program: '/usr/bin/nbdkit',
  command: ({ address, port }) => ['/usr/bin/nbdkit', '-f', '-v', '-i', address, '-p', `${port}`, 'null', '1M'],
});
